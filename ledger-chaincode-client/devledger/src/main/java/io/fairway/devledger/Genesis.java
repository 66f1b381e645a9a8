package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;

/** The configuration of the channel as the first block holds it: members with their certificate authorities, policies, batches. */
final class Genesis {
    private static final String ADMINS = "Admins";
    private static final int ABSOLUTE_MAXIMUM = 10 << 20;

    private final String channel;
    private final List<Organisation> members;
    private final Organisation orderer;
    private final BatchSettings batch;

    Genesis(String channel, List<Organisation> members, Organisation orderer, BatchSettings batch) {
        this.channel = channel;
        this.members = members;
        this.orderer = orderer;
        this.batch = batch;
    }

    ByteString envelope(Instant now) {
        var config = ConfigEnvelope.newBuilder().setConfig(Config.newBuilder().setChannelGroup(channelGroup())).build();
        var header = ChannelHeader.newBuilder().setType(HeaderType.CONFIG_VALUE).setChannelId(channel).setTimestamp(timestamp(now));
        var payload = Payload.newBuilder().setHeader(Header.newBuilder().setChannelHeader(header.build().toByteString())).setData(config.toByteString());
        return Envelope.newBuilder().setPayload(payload.build().toByteString()).build().toByteString();
    }

    /** Whether the certificate authorities in the folder are those of the chain. */
    boolean isOf(ByteString envelope) throws com.google.protobuf.InvalidProtocolBufferException {
        var payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
        var found = ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
        return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getChannelId().equals(channel)
                && memberships(found, "Application").equals(memberships(channelGroup(), "Application"))
                && memberships(found, "Orderer").equals(memberships(channelGroup(), "Orderer"));
    }

    static Timestamp timestamp(Instant now) {
        return Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()).build();
    }

    private static Map<String, ConfigValue> memberships(ConfigGroup group, String section) {
        return group.getGroupsOrDefault(section, ConfigGroup.getDefaultInstance()).getGroupsMap().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, one -> one.getValue().getValuesOrThrow("MSP")));
    }

    private ConfigGroup channelGroup() {
        return metaPolicies(ConfigGroup.newBuilder())
                .putValues("HashingAlgorithm", value(HashingAlgorithm.newBuilder().setName("SHA256").build()))
                .putValues("BlockDataHashingStructure", value(BlockDataHashingStructure.newBuilder().setWidth(-1).build()))
                .putValues("Capabilities", capability("V2_0"))
                .putGroups("Application", application()).putGroups("Orderer", ordering()).setModPolicy(ADMINS).build();
    }

    private ConfigGroup application() {
        var group = metaPolicies(ConfigGroup.newBuilder()).putValues("Capabilities", capability("V2_5")).setModPolicy(ADMINS);
        group.putPolicies("Endorsement", meta("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY));
        group.putPolicies("LifecycleEndorsement", meta("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY));
        members.forEach(member -> group.putGroups(member.mspId(), organisation(member)));
        return group.build();
    }

    private ConfigGroup ordering() {
        return metaPolicies(ConfigGroup.newBuilder()).setModPolicy(ADMINS)
                .putPolicies("BlockValidation", meta("Writers", ImplicitMetaPolicy.Rule.ANY))
                .putValues("Capabilities", capability("V2_0"))
                .putValues("BatchTimeout", value(BatchTimeout.newBuilder().setTimeout(batch.timeout().toMillis() + "ms").build()))
                .putValues("BatchSize", value(BatchSize.newBuilder().setMaxMessageCount(batch.transactions())
                        .setPreferredMaxBytes(batch.bytes()).setAbsoluteMaxBytes(ABSOLUTE_MAXIMUM).build()))
                .putGroups(orderer.mspId(), organisation(orderer)).build();
    }

    private static ConfigGroup organisation(Organisation one) {
        var role = MSPRole.MSPRoleType.MEMBER;
        var config = MSPConfig.newBuilder().setType(0).setConfig(membership(one).toByteString()).build();
        return ConfigGroup.newBuilder().setModPolicy(ADMINS).putValues("MSP", value(config))
                .putPolicies("Readers", signedBy(one, role))
                .putPolicies("Writers", signedBy(one, role))
                .putPolicies(ADMINS, signedBy(one, MSPRole.MSPRoleType.ADMIN))
                .putPolicies("Endorsement", signedBy(one, MSPRole.MSPRoleType.PEER)).build();
    }

    private static FabricMSPConfig membership(Organisation one) {
        var authority = ByteString.copyFromUtf8(Pem.text(one.authority().certificate()));
        return FabricMSPConfig.newBuilder().setName(one.mspId()).addRootCerts(authority)
                .addTlsRootCerts(ByteString.copyFromUtf8(Pem.text(one.tlsAuthority().certificate())))
                .setFabricNodeOus(FabricNodeOUs.newBuilder().setEnable(true)
                        .setClientOuIdentifier(unit(authority, Role.CLIENT)).setPeerOuIdentifier(unit(authority, Role.PEER))
                        .setAdminOuIdentifier(unit(authority, Role.ADMIN)).setOrdererOuIdentifier(unit(authority, Role.ORDERER))).build();
    }

    private static FabricOUIdentifier unit(ByteString authority, Role role) {
        return FabricOUIdentifier.newBuilder().setCertificate(authority).setOrganizationalUnitIdentifier(role.organisationalUnit()).build();
    }

    private static ConfigGroup.Builder metaPolicies(ConfigGroup.Builder group) {
        Stream.of("Readers", "Writers").forEach(name -> group.putPolicies(name, meta(name, ImplicitMetaPolicy.Rule.ANY)));
        return group.putPolicies(ADMINS, meta(ADMINS, ImplicitMetaPolicy.Rule.MAJORITY));
    }

    private static ConfigPolicy meta(String name, ImplicitMetaPolicy.Rule rule) {
        var policy = ImplicitMetaPolicy.newBuilder().setSubPolicy(name).setRule(rule).build();
        return ConfigPolicy.newBuilder().setModPolicy(ADMINS).setPolicy(
                Policy.newBuilder().setType(Policy.PolicyType.IMPLICIT_META_VALUE).setValue(policy.toByteString())).build();
    }

    private static ConfigPolicy signedBy(Organisation one, MSPRole.MSPRoleType role) {
        var rule = SignaturePolicy.newBuilder().setNOutOf(
                SignaturePolicy.NOutOf.newBuilder().setN(1).addRules(SignaturePolicy.newBuilder().setSignedBy(0)));
        var policy = SignaturePolicyEnvelope.newBuilder().setRule(rule).addIdentities(PolicyText.principal(one.mspId(), role)).build();
        return ConfigPolicy.newBuilder().setModPolicy(ADMINS).setPolicy(
                Policy.newBuilder().setType(Policy.PolicyType.SIGNATURE_VALUE).setValue(policy.toByteString())).build();
    }

    private static ConfigValue capability(String name) {
        return value(Capabilities.newBuilder().putCapabilities(name, Capability.getDefaultInstance()).build());
    }

    private static ConfigValue value(Message content) {
        return ConfigValue.newBuilder().setModPolicy(ADMINS).setValue(content.toByteString()).build();
    }
}
