package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class YamlTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void readsWhatItWrote() {
        var tree = JSON.readTree("""
                {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","labels":{"a":"1"}},
                 "data":{"yes":"on","number":"010","script":"line 1\\nline 2\\n","trailing":"x \\ny","empty":"","unicode":"日本語 \u00e9",
                         "colon":"a: b","hash":"a #b","octal":"0o7","date":"2026-11-23","sexagesimal":"1:20","star":"*x","null":"~",
                         "tab":"a\\tb","control":"\\u0007","quote":"it's \\"so\\"","dash":"- a","url":"https://x/?a=b&c","percent":"%x","at":"@x"},
                 "spec":{"list":[1,2.5,true,null,"true",[],{}],"big":9007199254740993,"nested":[[1],[{"a":[]}]]}}
                """);
        assertThat(Yaml.read(Yaml.write(tree), Yaml.Limits.OWN)).isEqualTo(tree);
    }

    @Test
    void writesInTheCustomaryOrderAndStyle() {
        var tree = JSON.readTree("""
                {"status":{},"data":{"k":"v","on":"yes"},"kind":"ConfigMap","metadata":{"labels":{"b":"x"},"name":"web","namespace":"shop"},"apiVersion":"v1"}
                """);
        assertThat(KubeObject.of(tree).yaml()).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: shop
                  labels:
                    b: x
                data:
                  k: v
                  "on": "yes"
                status: {}
                """);
    }

    @Test
    void writesLongTextInBlocks() {
        var tree = JSON.readTree("{\"a\":\"one\\ntwo\\n\",\"b\":[{\"x\":1,\"z\":2}]}");
        assertThat(Yaml.write(tree)).isEqualTo("""
                a: |
                  one
                  two
                b:
                - x: 1
                  z: 2
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes", "NO", "on", "Off", "y", "N", "null", "~", "", "1e3", "0x1F", "1_000", ".5", "-.inf", "12:30",
                "=", "<<"
            })
    void quotesTextThatOlderReadersTakeForSomethingElse(String text) {
        assertThat(Yaml.write(JSON.valueToTree(text)).strip()).isEqualTo('"' + text + '"');
    }

    @Test
    void readsNumbersAndBooleansOfYaml12() {
        var read = Yaml.read(
                "{a: yes, b: true, c: 12, d: 0o14, e: 1.5, f: ~, g: '12', h: 2026-11-23}", Yaml.Limits.STRICT);
        assertThat(read)
                .isEqualTo(
                        JSON.readTree(
                                "{\"a\":\"yes\",\"b\":true,\"c\":12,\"d\":12,\"e\":1.5,\"f\":null,\"g\":\"12\",\"h\":\"2026-11-23\"}"));
    }

    @Test
    void refusesAliases() {
        var bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
        assertProblem(() -> Yaml.read(bomb, Yaml.Limits.STRICT), "yaml-alias", "2");
        assertThat(Yaml.read(bomb, Yaml.Limits.OWN).at("/c/1/1/0").asString()).isEqualTo("x");
    }

    @Test
    void refusesDeepNestingBeforeItHurts() {
        assertProblem(() -> Yaml.read("[".repeat(100_000), Yaml.Limits.STRICT), "yaml-too-deep", "1");
        assertProblem(() -> Yaml.read("- ".repeat(100_000) + "x", Yaml.Limits.STRICT), "yaml-too-deep", "1");
    }

    @Test
    void refusesLongTexts() {
        assertProblem(() -> Yaml.read("x".repeat(600_000), Yaml.Limits.STRICT), "yaml-too-large", "524288");
    }

    @Test
    void refusesSeveralDocuments() {
        assertProblem(() -> Yaml.read("a: 1\n---\nb: 2\n", Yaml.Limits.STRICT), "yaml-several", "2");
    }

    @Test
    void pointsToBrokenPlacesWithoutQuotingTheText() {
        assertThatThrownBy(() -> Yaml.read("users:\n- token: [hush-hush\nx: 1\n", Yaml.Limits.STRICT))
                .isInstanceOfSatisfying(ProblemException.class, broken -> {
                    assertThat(broken.problem().code()).isEqualTo("yaml-broken");
                    assertThat(broken.problem().args().getFirst()).isEqualTo("3");
                    assertThat(broken.getMessage()).doesNotContain("hush");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\na: 2",
                "a: b: c",
                "\tx: 1",
                "a: 'open",
                "!!java.net.URL [x]",
                "? [a]\n: b",
                "&a [*a]",
                "\u0000",
                "%YAML 9.9\n---\nx"
            })
    void refusesBrokenTextsAsProblems(String text) {
        assertThatThrownBy(() -> Yaml.read(text, Yaml.Limits.STRICT)).isInstanceOf(ProblemException.class);
    }

    @Test
    void readsNothingAsNull() {
        assertThat(Yaml.read("", Yaml.Limits.STRICT).isNull()).isTrue();
    }

    private static void assertProblem(ThrowingCallable reading, String code, String firstArgument) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().args().getFirst()).isEqualTo(firstArgument);
        });
    }
}
