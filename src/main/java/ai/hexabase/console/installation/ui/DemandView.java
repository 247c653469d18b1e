package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.TenantDemand;
import ai.hexabase.console.profile.TenantDemand.Amount;
import ai.hexabase.console.profile.TenantDemand.Part;
import ai.hexabase.console.uikit.CapacityBar;
import ai.hexabase.console.uikit.CapacityBar.Kind;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What an installation asks of a cluster: bars, and the same as a calculation. */
record DemandView(TenantDemand demand) {
    private static final double GI = 1L << 30;

    List<Component> parts() {
        return List.of(
                cpu(),
                memory(),
                volumes(),
                CapacityBar.legend(Kind.IN_USE, Kind.PLATFORM, Kind.TENANTS, Kind.MISSING),
                new H3(Texts.get("installation.demand.how")),
                table());
    }

    private Component cpu() {
        var needed = Formats.cores(demand.needed().cpuMillis() / 1000.0);
        var there = Formats.cores(demand.available().cpuMillis() / 1000.0);
        return bar(
                Texts.get("installation.demand.cpu"),
                amount -> amount.cpuMillis() / 1000.0,
                Texts.get("installation.demand.cpu-sum", needed, there));
    }

    private Component memory() {
        var needed = gibibytes(demand.needed());
        var there = gibibytes(demand.available());
        return bar(
                Texts.get("installation.demand.memory"),
                amount -> amount.memoryBytes() / GI,
                Texts.get("installation.demand.memory-sum", needed, there));
    }

    private Component volumes() {
        var platform = demand.platformVolumeBytes();
        return new CapacityBar(Texts.get("installation.demand.volumes"))
                .set(
                        List.of(
                                new CapacityBar.Part(Kind.PLATFORM, platform),
                                new CapacityBar.Part(Kind.TENANTS, demand.volumeBytes() - platform)),
                        demand.volumeBytes(),
                        Formats.bytes(demand.volumeBytes()));
    }

    private static String gibibytes(Amount amount) {
        return Formats.number(amount.memoryBytes() / GI, 1);
    }

    private Component bar(String title, ToDoubleFunction<Amount> measure, String words) {
        var limit = measure.applyAsDouble(demand.available());
        var used = measure.applyAsDouble(demand.line(Part.OTHERS).total());
        var platform = measure.applyAsDouble(demand.line(Part.CONTROL_PLANE).total())
                + measure.applyAsDouble(demand.line(Part.DATABASE).total());
        var tenants = measure.applyAsDouble(demand.line(Part.VCLUSTERS).total());
        var missing = Math.min(tenants, Math.max(0, used + platform + tenants - limit));
        return new CapacityBar(title)
                .set(
                        List.of(
                                new CapacityBar.Part(Kind.IN_USE, used),
                                new CapacityBar.Part(Kind.PLATFORM, platform),
                                new CapacityBar.Part(Kind.TENANTS, tenants - missing),
                                new CapacityBar.Part(Kind.MISSING, missing)),
                        limit,
                        words);
    }

    NativeTable table() {
        var table = new NativeTable();
        table.addClassName("hx-calculation");
        table.getHead()
                .add(new NativeTableRow(
                        head(Texts.get("installation.demand.part"), true),
                        head(Texts.get("installation.demand.cpu"), false),
                        head("GiB", false)));
        var body = table.addBody();
        demand.lines().stream()
                .filter(line -> line.total().cpuMillis() > 0 || line.total().memoryBytes() > 0)
                .forEach(line -> body.add(row(words(line), line.total())));
        var sum = row(Texts.get("installation.demand.needed"), demand.needed());
        sum.addClassName("hx-sum");
        body.add(sum);
        return table;
    }

    private static NativeTableHeaderCell head(String text, boolean hidden) {
        var words = new Span(text);
        words.setClassName("hx-sr", hidden);
        return new NativeTableHeaderCell(words);
    }

    private static NativeTableRow row(String words, Amount amount) {
        return new NativeTableRow(
                new NativeTableCell(words),
                new NativeTableCell(decimal(amount.cpuMillis() / 1000.0)),
                new NativeTableCell(decimal(amount.memoryBytes() / GI)));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private static String words(TenantDemand.Line line) {
        var key = "installation.demand." + line.part().name().toLowerCase(Locale.ROOT);
        return Texts.get(
                key,
                line.count(),
                Formats.number(line.each().cpuMillis() / 1000.0, 2),
                Formats.number(line.each().memoryBytes() / GI, 2));
    }
}
