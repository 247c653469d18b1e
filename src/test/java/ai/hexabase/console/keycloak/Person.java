package ai.hexabase.console.keycloak;

import java.util.List;

/** Somebody in the sample corporate directory, with full paths of groups. */
public record Person(String username, String firstName, String lastName, List<String> groups) {
    /** Everybody's password; a sample, as the people are. */
    public static final String PASSWORD = "sample-Sign-in-1";

    public static final Person MISAKI = new Person("misaki.sato", "美咲", "佐藤", List.of("/it/platform"));
    public static final Person KENJI = new Person("kenji.tanaka", "健二", "田中", List.of("/it/operations"));
    public static final Person HANAKO = new Person("hanako.mori", "花子", "森", List.of("/it/change-board"));
    public static final Person AIKO = new Person("aiko.ito", "愛子", "伊藤", List.of("/audit"));
    public static final Person TARO = new Person("taro.none", "太郎", "無所属", List.of());

    /** All who are there from the start. */
    public static final List<Person> ALL = List.of(MISAKI, KENJI, HANAKO, AIKO, TARO);

    /** An address that leads nowhere. */
    public String email() {
        return username + "@corp.example";
    }
}
