package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.verification.VerifyTrade;
import io.fairway.usecase.view.Slice;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a bank financed, who else claims the same, and what it asked of trades. */
@RestController
public class BankPages {
    private static final Slice.Want LATEST = new Slice.Want(100, Optional.empty());

    private final Rights rights;
    private final Clashes clashes;
    private final VerifyTrade verification;
    private final Paging paging;
    private final Pages pages;

    public BankPages(Rights rights, Clashes clashes, VerifyTrade verification, Paging paging, Pages pages) {
        this.rights = rights;
        this.clashes = clashes;
        this.verification = verification;
        this.paging = paging;
        this.pages = pages;
    }

    /** Claims and clashes, latest first; the form to ask of a trade; what was asked, in pages. */
    @OpenTo(Audience.BANKS)
    @GetMapping("/console/bank")
    public ResponseEntity<String> bank(Caller caller, HttpServletRequest request) {
        var values = new HashMap<String, Object>(TradeForm.EMPTY);
        values.put("claims", rights.list(caller, RightKind.FINANCING, Optional.empty(), LATEST).items());
        values.put("bills", rights.list(caller, RightKind.BILL, Optional.empty(), LATEST).items());
        values.put("clashes", clashes.list(caller, LATEST).items());
        values.put("asked", paging.page(caller, request, verification.list(caller, paging.want(caller, request))));
        return pages.show(request, "bank", values);
    }
}
