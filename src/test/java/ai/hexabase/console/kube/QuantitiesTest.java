package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"250m,250", "1,1000", "1.5,1500", "0.1,100", "100n,1", "2k,2000000", "2e3,2000000", "0,0"})
    void readsProcessorsInThousandths(String quantity, long millis) {
        assertThat(Quantities.millis(quantity)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "128974848,128974848",
        "129e6,129000000",
        "129M,129000000",
        "123Mi,128974848",
        "1.5Gi,1610612736",
        "1Ki,1024",
        "500m,1",
        "1E,1000000000000000000",
        "16Ei,9223372036854775807",
        "1E2,100"
    })
    void readsMemoryInBytes(String quantity, long bytes) {
        assertThat(Quantities.units(quantity)).isEqualTo(bytes);
    }

    @Test
    void takesNothingForZero() {
        assertThat(Quantities.units(null)).isZero();
        assertThat(Quantities.millis(null)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1GB", "1.2.3", "m", "1 Gi", "1mi", "0x10", "1e9999", "NaN"})
    void refusesWhatIsNoQuantity(String text) {
        assertThatThrownBy(() -> Quantities.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
