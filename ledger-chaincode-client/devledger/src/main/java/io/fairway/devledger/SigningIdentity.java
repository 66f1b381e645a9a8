package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.security.PrivateKey;

/** A member whose key lies in the folder of the development ledger. */
record SigningIdentity(Member member, PrivateKey key) {
    ByteString identity() {
        return member.identity();
    }

    ByteString sign(ByteString... message) {
        return Signatures.sign(key, message);
    }
}
