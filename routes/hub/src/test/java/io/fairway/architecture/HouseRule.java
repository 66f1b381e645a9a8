package io.fairway.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the house.
 *
 * @param name how the rule is called where it is planted against
 */
record HouseRule(String name, ArchRule rule) {
    static HouseRule named(String name, ArchRule rule) {
        return new HouseRule(name, rule.as(name).allowEmptyShould(true));
    }

    @Override
    public String toString() {
        return name;
    }
}
