package io.fairway.store;

import io.fairway.usecase.sheet.UnitNames;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.view.RightView;
import java.util.List;

/** Containers under row-level security, compared with a release by what stands for each on the ledger. */
public final class JdbcUnitNames implements UnitNames {
    private final Commitments commitments;

    public JdbcUnitNames(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public List<String> of(RightView release) {
        String units = release.record().getOrDefault("units", "");
        if (units.isEmpty() || release.number().isEmpty()) {
            return List.of();
        }
        return Running.sql("""
                select distinct b.number from container b join consignment c on c.id = b.consignment
                where c.bill = :bill and c.environment = 'LIVE' order by b.number""")
                .param("bill", release.number().orElseThrow()).query(String.class).list().stream()
                .filter(number -> units.contains(commitments.ofUnit(number))).toList();
    }
}
