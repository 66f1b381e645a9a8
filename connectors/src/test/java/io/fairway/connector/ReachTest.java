package io.fairway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "172.31.255.255",
        "192.0.0.8", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.7", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
        "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1", "2002:0a00:0001::1", "2001::1", "2001:db8::1", "fc00::1", "fd12::1", "fe80::1",
        "fec0::1", "ff02::1"})
    void keepsInnerAddressesOutOfReach(String address) throws UnknownHostException {
        assertThat(Reach.PUBLIC.admits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.169.0.0",
        "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1"})
    void reachesPublicAddresses(String address) throws UnknownHostException {
        assertThat(Reach.PUBLIC.admits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void reachesThisMachineOnlyWhenThatIsAllowedAndNoOtherInnerAddress() throws UnknownHostException {
        assertThat(Reach.PUBLIC_AND_LOOPBACK.admits(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(Reach.PUBLIC_AND_LOOPBACK.admits(InetAddress.getByName("::1"))).isTrue();
        assertThat(Reach.PUBLIC_AND_LOOPBACK.admits(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(Reach.PUBLIC_AND_LOOPBACK.admits(InetAddress.getByName("169.254.169.254"))).isFalse();
    }

    @Test
    void refusesANameOfWhichOneAddressIsInside() throws UnknownHostException {
        InetAddress outside = InetAddress.getByName("1.1.1.1");
        InetAddress inside = InetAddress.getByName("10.0.0.1");

        assertThat(Reach.PUBLIC.require("both", outside)).containsExactly(outside);
        assertThatThrownBy(() -> Reach.PUBLIC.require("both", outside, inside)).isInstanceOf(UnknownHostException.class).hasMessage("both");
        assertThatThrownBy(() -> Reach.PUBLIC.require("none")).isInstanceOf(UnknownHostException.class);
    }
}
