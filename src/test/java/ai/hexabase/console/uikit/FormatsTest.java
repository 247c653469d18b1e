package ai.hexabase.console.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T05:31:00Z");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void belowADayATimeIsRelative() {
        assertThat(Formats.when(NOW.minusSeconds(2), NOW, TOKYO)).isEqualTo("2 s ago");
        assertThat(Formats.when(NOW.minus(Duration.ofMinutes(164)), NOW, TOKYO)).isEqualTo("2 h 44 min ago");
        assertThat(Formats.when(NOW.plus(Duration.ofHours(3)), NOW, TOKYO)).isEqualTo("in 3 h");
    }

    @Test
    void fromADayOnItIsTheDateOfTheReadersZone() {
        assertThat(Formats.when(Instant.parse("2026-11-20T20:00:00Z"), NOW, TOKYO))
                .isEqualTo("21 Nov");
        assertThat(Formats.when(Instant.parse("2025-12-31T20:00:00Z"), NOW, TOKYO))
                .isEqualTo("1 Jan");
        assertThat(Formats.when(Instant.parse("2024-12-30T20:00:00Z"), NOW, TOKYO))
                .isEqualTo("31 Dec 2024");
    }

    @Test
    void theExactTimeNamesItsZone() {
        assertThat(Formats.exact(NOW, TOKYO)).isEqualTo("24 Nov 2026 14:31:00 +09:00");
    }

    @Test
    void anAgeHasTheUnitThatMatters() {
        assertThat(Formats.age(Duration.ofSeconds(-3))).isEqualTo("0 s");
        assertThat(Formats.age(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Formats.age(Duration.ofMinutes(29))).isEqualTo("29 min");
        assertThat(Formats.age(Duration.ofHours(23))).isEqualTo("23 h");
        assertThat(Formats.age(Duration.ofDays(84))).isEqualTo("84 d");
    }

    @Test
    void whatSomethingTookIsAsExactAsItIsShort() {
        assertThat(Formats.took(Duration.ofMillis(420))).isEqualTo("0.4 s");
        assertThat(Formats.took(Duration.ofSeconds(41))).isEqualTo("41 s");
        assertThat(Formats.took(Duration.ofSeconds(108))).isEqualTo("1 min 48 s");
        assertThat(Formats.took(Duration.ofMinutes(164))).isEqualTo("2 h 44 min");
    }

    @Test
    void sizesAreBinary() {
        assertThat(Formats.bytes(512)).isEqualTo("512 B");
        assertThat(Formats.bytes(63.2 * 1024 * 1024 * 1024)).isEqualTo("63.2 GiB");
        assertThat(Formats.bytes(2.1 * 1024 * 1024 * 1024 * 1024)).isEqualTo("2.1 TiB");
    }
}
