package ai.hexabase.console.profile;

import ai.hexabase.console.common.Problem;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one setting's text against the grammar of its kind. */
final class Grammar {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]{0,200}");
    private static final Pattern BUCKET =
            Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:/[A-Za-z0-9._/-]{0,400})?");
    private static final Pattern ENDPOINT =
            Pattern.compile("https?://([^/:@]{1,253}|\\[[0-9a-fA-F:]+])(?::[0-9]{1,5})?/?");
    private static final Pattern SEALED = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** No colon: it ends the name in basic authentication (RFC 7617). */
    private static final Pattern ACCOUNT = Pattern.compile("[^\\p{Cntrl}:\\s][^\\p{Cntrl}:]{0,199}");

    private static final SettingKind.Count NODE_PORTS = new SettingKind.Count(30_000, 32_767);

    private Grammar() {}

    /** The problem of the text, null when it is right. */
    static @Nullable SettingProblem check(Setting setting, String text) {
        return switch (setting.kind()) {
            case SettingKind.Cpu cpu -> QuantityRules.cpu(setting, cpu, text);
            case SettingKind.Bytes bytes -> QuantityRules.bytes(setting, bytes, text);
            case SettingKind.Count count -> count(setting, count, text);
            case SettingKind.ObjectName name ->
                name.optional() && text.isEmpty() ? null : plain(setting, text, Grammar::isSubdomain, "setting-name");
            case SettingKind.Host host -> optional(setting, text, Hosts::isHost, "setting-host");
            case SettingKind.DatabaseName name ->
                optional(setting, text, DATABASE_NAME.asMatchPredicate(), "setting-database-name");
            case SettingKind.Zones zones -> ZoneRules.check(setting, text);
            case SettingKind.Image image -> image.optional() && text.isEmpty() ? null : ImageRules.check(setting, text);
            case SettingKind.Registry registry -> optional(setting, text, ImageRules::isRegistry, "setting-registry");
            case SettingKind.ImagePath path -> optional(setting, text, ImageRules::isPath, "setting-image-path");
            case SettingKind.Digest digest -> optional(setting, text, ImageRules::isDigest, "setting-digest");
            case SettingKind.AccountName account ->
                optional(setting, text, ACCOUNT.asMatchPredicate(), "setting-account");
            case SettingKind.OptionalBytes bytes ->
                text.isEmpty()
                        ? null
                        : QuantityRules.bytes(setting, new SettingKind.Bytes(bytes.least(), bytes.most()), text);
            case SettingKind.NodePort port -> text.isEmpty() ? null : count(setting, NODE_PORTS, text);
            case SettingKind.Labels labels -> PairRules.labels(setting, text);
            case SettingKind.Annotations annotations -> PairRules.annotations(setting, text);
            case SettingKind.Ranges ranges -> ListRules.ranges(setting, text);
            case SettingKind.Hosts hosts -> ListRules.hosts(setting, text);
            case SettingKind.Cron cron -> CronRules.check(setting, text);
            case SettingKind.UrlPath path -> plain(setting, text, PATH.asMatchPredicate(), "setting-path");
            case SettingKind.Bucket bucket -> optional(setting, text, BUCKET.asMatchPredicate(), "setting-bucket");
            case SettingKind.Endpoint endpoint -> optional(setting, text, Grammar::isEndpoint, "setting-endpoint");
            case SettingKind.Choice choice -> plain(setting, text, choice.words()::contains, "setting-choice");
            case SettingKind.Password password ->
                optional(setting, text, SEALED.asMatchPredicate(), "setting-password");
            case SettingKind.Certificate certificate ->
                optional(setting, text, SEALED.asMatchPredicate(), "setting-certificate");
        };
    }

    private static @Nullable SettingProblem count(Setting setting, SettingKind.Count count, String text) {
        var meant = Typing.narrow(text).replaceAll("[,_ ]", "");
        if (!NUMBER.matcher(text).matches()) {
            var suggestion = NUMBER.matcher(meant).matches() ? inRange(count, Integer.parseInt(meant)) : null;
            return problem(setting, "setting-number", text, suggestion);
        }
        var number = Integer.parseInt(text);
        if (number >= count.least() && number <= count.most()) {
            return null;
        }
        return new SettingProblem(
                setting,
                Problem.of("setting-range", Typing.shorten(text), count.least(), count.most()),
                number < count.least() ? Integer.toString(count.least()) : Integer.toString(count.most()));
    }

    private static @Nullable String inRange(SettingKind.Count count, int number) {
        return number >= count.least() && number <= count.most() ? Integer.toString(number) : null;
    }

    private static @Nullable SettingProblem optional(
            Setting setting, String text, Predicate<String> rule, String code) {
        return text.isEmpty() ? null : plain(setting, text, rule, code);
    }

    private static @Nullable SettingProblem plain(Setting setting, String text, Predicate<String> rule, String code) {
        if (rule.test(text)) {
            return null;
        }
        var meant = Typing.narrow(text);
        var better = rule.test(meant) ? meant : meant.toLowerCase(java.util.Locale.ROOT);
        return problem(setting, code, text, rule.test(better) ? better : null);
    }

    static SettingProblem problem(Setting setting, String code, String text, @Nullable String suggestion) {
        return new SettingProblem(setting, Problem.of(code, Typing.shorten(text)), suggestion);
    }

    /** A DNS subdomain of RFC 1123, as in names of objects. */
    static boolean isSubdomain(String text) {
        return text.length() <= 253
                && !text.isEmpty()
                && java.util.Arrays.stream(text.split("\\.", -1))
                        .allMatch(label -> LABEL.matcher(label).matches());
    }

    private static boolean isEndpoint(String text) {
        var matcher = ENDPOINT.matcher(text);
        return matcher.matches()
                && Hosts.isHost(matcher.group(1).replace("[", "").replace("]", ""));
    }
}
