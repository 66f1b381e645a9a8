package io.fairway.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Edit;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import io.fairway.usecase.view.FindingView;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A finding has the same members on the command line and over HTTP. */
class SameMembersTest {
    private static final Finding FULL = new Finding("UNT_COUNT", Severity.ERROR, Optional.of(29), new Place("1", "UNT", 51, 1, 1, 1234, 52, 5),
            "14", "13", new Text("Wrong count", "计数错误"), "ISO 9735 0074", Optional.of(new Fix("13", Certainty.CERTAIN, Edit.REPLACE)),
            Quality.CONSISTENCY);

    @Test
    void namesTheSameMembersForMachinesEverywhere() throws JsonProcessingException {
        JsonNode printed = new ObjectMapper().readTree(CheckJson.finding(FULL).toString());

        assertThat(members(printed)).containsExactlyElementsOf(members(FindingView.class));
        assertThat(members(printed.get("fix"))).containsExactlyElementsOf(members(FindingView.FixView.class));
        assertThat(members(printed.get("text"))).containsExactlyElementsOf(members(Text.class));
    }

    private static List<String> members(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> members(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }
}
