package io.fairway.usecase.view;

import java.util.List;

/**
 * One consignment with what belongs to it.
 *
 * @param containers at most 200, by number
 * @param declarations those the caller may see, at most 200, by LRN
 */
public record ConsignmentDetail(ConsignmentView consignment, List<ContainerView> containers, List<DeclarationView> declarations) {
    public ConsignmentDetail {
        containers = List.copyOf(containers);
        declarations = List.copyOf(declarations);
    }
}
