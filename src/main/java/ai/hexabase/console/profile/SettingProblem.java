package ai.hexabase.console.profile;

import ai.hexabase.console.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one setting.
 *
 * @param suggestion a text that would be right and is probably meant, null when nobody can tell
 */
public record SettingProblem(
        Setting setting, Problem problem, @Nullable String suggestion) {}
