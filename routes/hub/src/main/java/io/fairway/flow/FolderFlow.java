package io.fairway.flow;

import org.apache.camel.builder.RouteBuilder;

/** Files that parties drop into their folders, by whatever brings them there: a mount, or an SFTP account that ends in the folder. */
public final class FolderFlow extends RouteBuilder {
    private final FolderSettings settings;
    private final FolderIntake intake;
    private final FolderOutcomes outcomes;

    public FolderFlow(FolderSettings settings, FolderIntake intake, FolderOutcomes outcomes) {
        this.settings = settings;
        this.intake = intake;
        this.outcomes = outcomes;
    }

    @Override
    public void configure() {
        from("timer:folders?fixedRate=false&delay=0&period=" + settings.every().toMillis())
                .routeId("folder-round").routeConfigurationId(FlowErrors.ENTRY)
                .bean(intake).id("take-files")
                .bean(outcomes).id("tell-outcomes");
    }
}
