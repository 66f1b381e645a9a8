package io.fairway.xml.mapping;

import io.fairway.xml.XmlElement;

/** Takes what stands in an MT message after its header, in order. */
interface MtBody {

    /** A {@code Consignment}. */
    void subject(XmlElement consignment);

    /** Anything else that follows the first consignment. */
    void trailing(XmlElement behind);

    void end();
}
