package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.usecase.view.PassageView;
import java.util.List;

/**
 * A passage as its latest record has it.
 *
 * @param lane as it was registered then
 * @param papers that the decision rested on
 * @param record as it was sealed
 * @param seal detached CMS signature over exactly these bytes
 */
public record PassageFile(PassageView view, LaneProfile lane, List<GatePapers> papers, byte[] record, byte[] seal) {
    public PassageFile {
        papers = List.copyOf(papers);
    }
}
