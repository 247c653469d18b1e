package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Set;
import java.util.stream.Collectors;

/** The first addresses and ports that no Service has. */
record ServiceAddresses(Shelf shelf) implements Addresses {
    @Override
    public String clusterAddress() {
        var taken = taken("/spec/clusterIP");
        int next = 10;
        while (taken.contains(address(next))) {
            next++;
        }
        return address(next);
    }

    private static String address(int number) {
        return "10.96." + number / 250 + "." + (number % 250 + 1);
    }

    @Override
    public int nodePort() {
        var taken = shelf.all(ResourceKind.SERVICE).stream()
                .flatMap(service -> Trees.each(service.at("/spec/ports")))
                .map(port -> Trees.number(port, "/nodePort", 0))
                .collect(Collectors.toSet());
        int next = 30_000 + shelf.all(ResourceKind.SERVICE).size() * 10;
        while (taken.contains(next)) {
            next++;
        }
        return next;
    }

    private Set<String> taken(String pointer) {
        return shelf.all(ResourceKind.SERVICE).stream()
                .map(service -> Trees.text(service, pointer))
                .collect(Collectors.toSet());
    }
}
