package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.Slice;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a bank financed, and who else claims the same. */
@RestController
public class BankPages {
    private static final Slice.Want LATEST = new Slice.Want(100, Optional.empty());

    private final Rights rights;
    private final Clashes clashes;
    private final Pages pages;

    public BankPages(Rights rights, Clashes clashes, Pages pages) {
        this.rights = rights;
        this.clashes = clashes;
        this.pages = pages;
    }

    /** Claims and clashes, latest first. */
    @OpenTo(Audience.BANKS)
    @GetMapping("/console/bank")
    public ResponseEntity<String> bank(Caller caller, HttpServletRequest request) {
        return pages.show(request, "bank", Map.of("claims", rights.list(caller, RightKind.FINANCING, Optional.empty(), LATEST).items(),
                "bills", rights.list(caller, RightKind.BILL, Optional.empty(), LATEST).items(), "clashes", clashes.list(caller, LATEST).items()));
    }
}
