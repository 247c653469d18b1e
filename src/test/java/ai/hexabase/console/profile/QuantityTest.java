package ai.hexabase.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "4Gi, 4294967296",
        "4G, 4000000000",
        "4, 4",
        "0.5, 1",
        "1.5Ki, 1536",
        "1e3, 1000",
        "2E3, 2000",
        "2E, 2000000000000000000",
        "128974848, 128974848",
        "123Mi, 128974848",
        "1., 1",
        ".5Mi, 524288",
        "+5k, 5000",
        "100m, 1"
    })
    void readsWhatKubernetesReads(String text, long units) {
        assertThat(Quantity.parse(text).orElseThrow().units()).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"2000m, 2000", "2, 2000", "0.1, 100", "1500u, 2", "1k, 1000000"})
    void cpuIsCountedInThousandthsAndRoundedUp(String text, long millis) {
        assertThat(Quantity.parse(text).orElseThrow().millis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "4GB",
                "4gb",
                "4 Gi",
                "4gi",
                "four",
                "-1",
                "1e999999999",
                "NaN",
                "Infinity",
                "0x10",
                "1,000",
                "٤Gi",
                "4Gi\n",
                "1.2.3",
                "Gi",
                ".",
                "e3",
                "11111111111111111111111111111111111111111111"
            })
    void refusesWhatKubernetesRefusesAndWhatIsAbsurd(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9E", "999999999999999999E"})
    void hugeAmountsStopAtTheLargestNumber(String text) {
        assertThat(Quantity.parse(text).orElseThrow().units()).isPositive();
        assertThat(Quantity.parse(text).orElseThrow().amount()).isGreaterThan(BigDecimal.TEN);
    }
}
