package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.TenantDemand;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.BiConsumer;

/**
 * What a cluster lacks for an installation that does not fit, and the ways out.
 *
 * @param put changes a setting, in its field where that is on the screen
 */
record Shortage(WizardContext context, TenantDemand demand, BiConsumer<Setting, String> put) {
    ProblemNotice notice() {
        return new ProblemNotice(Status.FAILED, what(), why());
    }

    /** The same in one line. */
    String line(String cluster) {
        return Texts.get(
                lacksCpu() ? "installation.line.cpu" : "installation.line.memory",
                cluster,
                demand.fitting(),
                demand.vclusters());
    }

    /** Whether CPU is scarcer than memory, measured in vclusters. */
    private boolean lacksCpu() {
        var each = demand.line(TenantDemand.Part.VCLUSTERS).each();
        return demand.missing().cpuMillis() * each.memoryBytes()
                >= demand.missing().memoryBytes() * each.cpuMillis();
    }

    private String what() {
        return Texts.get(
                lacksCpu() ? "installation.demand.cpu-for" : "installation.demand.memory-for",
                demand.fitting(),
                demand.vclusters());
    }

    private String why() {
        var missing = lacksCpu()
                ? Texts.get(
                        "installation.demand.cpu-missing",
                        Formats.cores(demand.missing().cpuMillis() / 1000.0))
                : Texts.get(
                        "installation.demand.memory-missing",
                        Formats.bytes(demand.missing().memoryBytes()));
        return missing + Texts.get("installation.demand.pending", demand.vclusters() - demand.fitting());
    }

    /** What could be done about it; a change stays on its cluster. */
    Component options() {
        var list = new UnorderedList();
        list.addClassName("hx-options");
        if (demand.fitting() > 0) {
            list.add(option(fewer(), Texts.get("installation.options.fewer.effect")));
        }
        list.add(option(new Span(node()), Texts.get("installation.options.node.effect", demand.vclusters())));
        if (context.draft().base().isEmpty()) {
            list.add(option(otherCluster(), ""));
        }
        return list;
    }

    private static ListItem option(Component act, String effect) {
        var remark = new Span(effect);
        remark.addClassName("hx-remark");
        return new ListItem(act, remark);
    }

    private Component fewer() {
        return Layouts.link(
                Texts.get("installation.options.fewer", demand.fitting()),
                () -> put.accept(Setting.MAX_VCLUSTERS, Integer.toString(demand.fitting())));
    }

    private Component otherCluster() {
        return Layouts.link(
                Texts.get("installation.options.other"), () -> context.open().accept(3));
    }

    private String node() {
        var node = demand.nodeToAdd();
        var cores = node.cpuMillis() / 1000;
        var memory = node.memoryBytes() >> 30;
        if (demand.nodesToAdd() > 1) {
            return Texts.get("installation.options.nodes", demand.nodesToAdd(), cores, memory);
        }
        if (cores == 0) {
            return Texts.get("installation.options.node.memory", memory);
        }
        return memory == 0
                ? Texts.get("installation.options.node.cpu", cores)
                : Texts.get("installation.options.node.both", cores, memory);
    }
}
