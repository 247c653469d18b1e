package ai.hexabase.console.profile;

import ai.hexabase.console.common.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that settings must keep, each alone and together. */
final class SettingRules {
    private static final Set<Setting> ONLY_EXTERNAL = Set.of(
            Setting.DATABASE_HOST,
            Setting.DATABASE_PORT,
            Setting.DATABASE_NAME,
            Setting.DATABASE_USER,
            Setting.DATABASE_PASSWORD);
    private static final Set<Setting> ONLY_OPERATOR = Set.of(
            Setting.DATABASE_REPLICAS,
            Setting.DATABASE_STORAGE_SIZE,
            Setting.DATABASE_STORAGE_CLASS,
            Setting.DATABASE_CPU,
            Setting.DATABASE_MEMORY,
            Setting.BACKUP_DESTINATION,
            Setting.BACKUP_ENDPOINT,
            Setting.BACKUP_CREDENTIALS,
            Setting.BACKUP_SCHEDULE,
            Setting.BACKUP_RETENTION_DAYS);
    private static final Set<Setting> ONLY_BACKUP =
            Set.of(Setting.BACKUP_ENDPOINT, Setting.BACKUP_CREDENTIALS, Setting.BACKUP_SCHEDULE);

    private SettingRules() {}

    static List<SettingProblem> check(Settings settings) {
        var problems = new ArrayList<SettingProblem>();
        for (var setting : applying(settings)) {
            var problem = Grammar.check(setting, settings.text(setting));
            if (problem != null) {
                problems.add(problem);
            }
        }
        var broken = problems.stream().map(SettingProblem::setting).collect(Collectors.toSet());
        addIfSound(problems, broken, limit(settings, Setting.CPU_REQUEST, Setting.CPU_LIMIT));
        addIfSound(problems, broken, limit(settings, Setting.MEMORY_REQUEST, Setting.MEMORY_LIMIT));
        external(settings).forEach(problem -> addIfSound(problems, broken, problem));
        addIfSound(problems, broken, backup(settings));
        problems.sort(Comparator.comparing(SettingProblem::setting));
        return List.copyOf(problems);
    }

    private static void addIfSound(
            List<SettingProblem> problems, Set<Setting> broken, @Nullable SettingProblem problem) {
        if (problem != null && !broken.contains(problem.setting())) {
            problems.add(problem);
        }
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

    private static List<SettingProblem> external(Settings settings) {
        if (!settings.is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)) {
            return List.of();
        }
        return ONLY_EXTERNAL.stream()
                .filter(setting -> settings.text(setting).isBlank())
                .map(setting -> new SettingProblem(setting, Problem.of("setting-missing"), null))
                .toList();
    }

    private static @Nullable SettingProblem backup(Settings settings) {
        return applies(Setting.BACKUP_CREDENTIALS, settings)
                        && !settings.text(Setting.BACKUP_DESTINATION).isEmpty()
                        && settings.text(Setting.BACKUP_CREDENTIALS).isEmpty()
                ? new SettingProblem(Setting.BACKUP_CREDENTIALS, Problem.of("setting-backup-credentials"), null)
                : null;
    }

    /** The settings that say anything at all beside the others; the rest need not be shown. */
    static List<Setting> applying(Settings settings) {
        return Stream.of(Setting.values())
                .filter(setting -> applies(setting, settings))
                .toList();
    }

    private static boolean applies(Setting setting, Settings settings) {
        if (settings.is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)) {
            return !ONLY_OPERATOR.contains(setting);
        }
        return !ONLY_EXTERNAL.contains(setting)
                && !(ONLY_BACKUP.contains(setting)
                        && settings.text(Setting.BACKUP_DESTINATION).isEmpty());
    }
}
