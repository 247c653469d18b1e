package ai.hexabase.console.installation;

import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.status.KnownInstallation;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets live pods be filtered by installation. */
@Component
class InstallationPods implements KnownInstallation.Source {
    private final Installations installations;

    InstallationPods(Installations installations) {
        this.installations = installations;
    }

    @Override
    public List<KnownInstallation> installations() {
        return installations.list().stream()
                .map(each -> new KnownInstallation(each.name(), each.cluster(), Names.NAMESPACE))
                .toList();
    }
}
