package io.fairway.usecase.gate;

/** Tells a lane's barrier and display what was decided, after it was committed. It may be lost or come twice; the record decides. */
public interface LaneVoice {

    /** @param decision the one that stands from now on */
    void say(LaneWord decision);
}
