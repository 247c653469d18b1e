package ai.hexabase.console.security.ui;

import ai.hexabase.console.security.Trial;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.RoleWords;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a sign-in on trial showed: the claims received and the roles they give. */
final class TrialFacts extends Div {
    /** Worth knowing to administrators, in this order; the rest is about the token, not about the person. */
    private static final List<String> SHOWN =
            List.of("sub", "preferred_username", "name", "email", "groups", "roles", "auth_time", "acr", "amr", "iss");

    TrialFacts(Trial trial, List<String> claimsOfSettings, Clock clock) {
        addClassName("hx-trial");
        var when = Formats.when(trial.at(), clock.instant(), ReaderZone.get());
        var remark = new Paragraph(Texts.get("identity.trial.when", when, trial.by()));
        remark.addClassName("hx-muted");
        add(remark);
        var problem = trial.problem();
        if (problem != null) {
            add(new ProblemNotice(problem));
            return;
        }
        add(verdict(trial));
        if (trial.roleless().isPresent()) {
            var todo = new Paragraph(Texts.get("identity.trial.no-role.do"));
            todo.addClassName("hx-muted");
            add(todo);
        }
        add(claims(trial, claimsOfSettings));
    }

    private static StatusLabel verdict(Trial trial) {
        var identity = trial.identity();
        if (identity == null || identity.name().isEmpty()) {
            return new StatusLabel(Status.FAILED, Texts.get("identity.trial.no-name"));
        }
        if (trial.roleless().isPresent()) {
            return new StatusLabel(Status.WARNING, Texts.get("identity.trial.no-role", identity.name()));
        }
        return new StatusLabel(
                Status.OK, Texts.get("identity.trial.would", identity.name(), RoleWords.ofGrants(identity.grants())));
    }

    private static KeyValueList claims(Trial trial, List<String> claimsOfSettings) {
        var list = new KeyValueList();
        java.util.stream.Stream.concat(SHOWN.stream(), claimsOfSettings.stream())
                .distinct()
                .filter(trial.claims()::containsKey)
                .forEach(claim -> list.withCode(
                        claim, text(Objects.requireNonNull(trial.claims().get(claim)))));
        return list;
    }

    private static String text(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : value.toString();
    }
}
