package io.fairway.web.soap;

import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;

/** Says which headers are understood here when a call marks them as to be understood. */
final class UnderstoodHeaders extends AbstractSoapInterceptor {

    UnderstoodHeaders() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(new QName(Names.WSSE, "Security"), new QName(Names.WSA, "To"), new QName(Names.WSA, "Action"),
                new QName(Names.WSA, "MessageID"), new QName(Names.WSA, "ReplyTo"), new QName(Names.WSA, "FaultTo"));
    }

    @Override
    public void handleMessage(SoapMessage message) {
        // only what it says of itself matters
    }
}
