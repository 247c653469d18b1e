package ai.hexabase.console.profile;

import ai.hexabase.console.common.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that settings must keep, each alone and together. */
final class SettingRules {
    static final List<Setting> ONLY_EXTERNAL = List.of(
            Setting.DATABASE_HOST,
            Setting.DATABASE_PORT,
            Setting.DATABASE_NAME,
            Setting.DATABASE_USER,
            Setting.DATABASE_PASSWORD);

    private SettingRules() {}

    static List<SettingProblem> check(Settings settings) {
        var problems = new ArrayList<SettingProblem>();
        var applying = applying(settings);
        for (var setting : applying) {
            var problem = Grammar.check(setting, settings.text(setting));
            if (problem != null) {
                problems.add(problem);
            }
        }
        var broken = problems.stream().map(SettingProblem::setting).collect(Collectors.toSet());
        together(settings)
                .filter(problem -> applying.contains(problem.setting()) && !broken.contains(problem.setting()))
                .forEach(problems::add);
        problems.sort(Comparator.comparing(SettingProblem::setting));
        return List.copyOf(problems);
    }

    private static Stream<SettingProblem> together(Settings settings) {
        var alone = Stream.of(
                        limit(settings, Setting.CPU_REQUEST, Setting.CPU_LIMIT),
                        limit(settings, Setting.MEMORY_REQUEST, Setting.MEMORY_LIMIT),
                        limit(settings, Setting.INIT_CPU_REQUEST, Setting.INIT_CPU_LIMIT),
                        limit(settings, Setting.INIT_MEMORY_REQUEST, Setting.INIT_MEMORY_LIMIT),
                        backup(settings),
                        digest(settings),
                        samePort(settings),
                        sameNodePort(settings))
                .filter(Objects::nonNull);
        return Stream.of(alone, missing(settings), registry(settings), account(settings))
                .flatMap(problems -> problems);
    }

    private static @Nullable SettingProblem limit(Settings settings, Setting request, Setting limit) {
        var least = Quantity.parse(settings.text(request));
        var most = Quantity.parse(settings.text(limit));
        if (least.isEmpty()
                || most.isEmpty()
                || least.get().amount().compareTo(most.get().amount()) <= 0) {
            return null;
        }
        return new SettingProblem(
                limit,
                Problem.of("setting-limit-below-request", settings.text(limit), settings.text(request)),
                settings.text(request));
    }

    /** What nothing works without, where it says anything at all. */
    private static Stream<SettingProblem> missing(Settings settings) {
        return Stream.concat(ONLY_EXTERNAL.stream(), Stream.of(Setting.TLS_CERTIFICATE, Setting.TLS_SECRET))
                .filter(setting -> settings.text(setting).isBlank())
                .map(setting -> new SettingProblem(setting, Problem.of("setting-missing"), null));
    }

    private static @Nullable SettingProblem backup(Settings settings) {
        return settings.text(Setting.BACKUP_CREDENTIALS).isEmpty()
                ? new SettingProblem(Setting.BACKUP_CREDENTIALS, Problem.of("setting-backup-credentials"), null)
                : null;
    }

    /** A registry of its own would be passed over in silence, so one of the two must go. */
    private static Stream<SettingProblem> registry(Settings settings) {
        if (settings.text(Setting.IMAGE_REGISTRY).isEmpty()) {
            return Stream.of();
        }
        return Stream.of(Setting.CONTROL_PLANE_IMAGE, Setting.DATABASE_IMAGE).flatMap(setting -> {
            var image = settings.text(setting);
            var own = ImageRules.registry(image);
            return own.isEmpty()
                    ? Stream.of()
                    : Stream.of(new SettingProblem(
                            setting,
                            Problem.of("setting-image-two-registries", own, settings.text(Setting.IMAGE_REGISTRY)),
                            image.substring(own.length() + 1)));
        });
    }

    /** Name and password of an account belong together. */
    private static Stream<SettingProblem> account(Settings settings) {
        return Stream.of(Setting.REGISTRY_USER, Setting.REGISTRY_PASSWORD)
                .filter(setting -> settings.text(setting).isEmpty()
                        && !(settings.text(Setting.REGISTRY_USER) + settings.text(Setting.REGISTRY_PASSWORD)).isEmpty())
                .map(setting -> new SettingProblem(setting, Problem.of("setting-missing"), null));
    }

    private static @Nullable SettingProblem digest(Settings settings) {
        var digest = settings.text(Setting.IMAGE_DIGEST);
        var image = settings.text(Setting.CONTROL_PLANE_IMAGE);
        return !digest.isEmpty() && image.contains("@")
                ? new SettingProblem(Setting.IMAGE_DIGEST, Problem.of("setting-digest-twice"), null)
                : null;
    }

    /** Both stand on one Service when the plain port is published. */
    private static @Nullable SettingProblem samePort(Settings settings) {
        return settings.is(Setting.API_EXPOSURE, Setting.Words.LIKE_SERVICE)
                        && settings.text(Setting.API_PORT).equals(settings.text(Setting.HTTPS_PORT))
                ? new SettingProblem(
                        Setting.API_PORT, Problem.of("setting-same-port", settings.text(Setting.API_PORT)), null)
                : null;
    }

    private static @Nullable SettingProblem sameNodePort(Settings settings) {
        var port = settings.text(Setting.UI_NODE_PORT);
        return !port.isEmpty() && port.equals(settings.text(Setting.HTTPS_NODE_PORT))
                ? new SettingProblem(Setting.UI_NODE_PORT, Problem.of("setting-same-port", port), null)
                : null;
    }

    /** The settings that say anything at all beside the others; the rest need not be shown. */
    static List<Setting> applying(Settings settings) {
        return Stream.of(Setting.values())
                .filter(setting -> SettingScope.applies(setting, settings))
                .toList();
    }
}
