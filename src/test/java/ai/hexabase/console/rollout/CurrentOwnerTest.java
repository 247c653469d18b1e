package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.rollout.CurrentOwner.Kind;
import org.junit.jupiter.api.Test;

/** Whose an object is, told from its marks. */
class CurrentOwnerTest {
    private static CurrentOwner owner(String metadata) {
        return CurrentOwner.of(
                Samples.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n, " + metadata + "}}"));
    }

    private static void assertOwner(String metadata, Kind kind, String name) {
        assertThat(owner(metadata))
                .extracting(CurrentOwner::kind, CurrentOwner::name)
                .containsExactly(kind, name);
    }

    @Test
    void aHelmReleaseIsNamedByItsAnnotationsAndByItsLabel() {
        assertOwner(
                "labels: {app.kubernetes.io/managed-by: Helm}, annotations: {meta.helm.sh/release-name: shop,"
                        + " meta.helm.sh/release-namespace: web}",
                Kind.HELM,
                "web/shop");
        assertOwner(
                "labels: {app.kubernetes.io/managed-by: Helm, app.kubernetes.io/instance: shop}", Kind.HELM, "shop");
    }

    @Test
    void anApplicationOfArgoCdIsNamedAlsoWhenItWasMadeFromAChart() {
        assertOwner(
                "labels: {app.kubernetes.io/managed-by: Helm}, annotations: {argocd.argoproj.io/tracking-id:"
                        + " 'platform:/ConfigMap:n/c', meta.helm.sh/release-name: shop}",
                Kind.ARGO_CD,
                "platform");
    }

    @Test
    void whatFluxReconcilesIsNamedWithItsSource() {
        assertOwner(
                "labels: {kustomize.toolkit.fluxcd.io/name: apps, kustomize.toolkit.fluxcd.io/namespace: flux-system}",
                Kind.FLUX,
                "flux-system/apps");
        assertOwner("labels: {helm.toolkit.fluxcd.io/name: shop}", Kind.FLUX, "shop");
    }

    @Test
    void anOwningObjectAndAnotherToolAreNamed() {
        assertOwner("ownerReferences: [{kind: Shop, name: main, uid: u}]", Kind.OBJECT, "Shop main");
        assertOwner("labels: {app.kubernetes.io/managed-by: pulumi}", Kind.TOOL, "pulumi");
    }

    @Test
    void whatWasMadeWithKubectlIsSaidToBeMadeByHandAndWritersComeWithTheirTimesTheLatestFirst() {
        var owner = owner("managedFields: [{manager: kubectl-create, operation: Update, time: '2026-01-01T00:00:00Z'},"
                + " {manager: tuner, operation: Update, time: '2026-02-01T00:00:00Z'}]");
        assertThat(owner.kind()).isEqualTo(Kind.HAND);
        assertThat(owner.writers())
                .extracting(CurrentOwner.Writer::manager, CurrentOwner.Writer::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("tuner", "2026-02-01T00:00:00Z"),
                        org.assertj.core.groups.Tuple.tuple("kubectl-create", "2026-01-01T00:00:00Z"));
        assertThat(owner("labels: {a: b}").kind()).isEqualTo(Kind.UNKNOWN);
    }
}
