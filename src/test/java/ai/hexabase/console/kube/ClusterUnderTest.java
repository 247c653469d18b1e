package ai.hexabase.console.kube;

/** A cluster that the contract is tried on, with the troubles that can be made for it. */
public interface ClusterUnderTest {
    /** An administrator's connection with a request timeout of 3 seconds or less. */
    ClusterConnection connection();

    /** The connection of somebody who may get, list and watch ConfigMaps everywhere, and nothing else. */
    ClusterConnection readerOfConfigMaps();

    /** An administrator's connection to another cluster, which no trouble of this one touches. */
    ClusterConnection anotherCluster();

    /** Server-side apply by somebody else, under the field manager's name given. */
    void applyAs(String manager, KubeObject object);

    /** Every watch that goes on from here is told 410 Gone, the server stays up or restarts for it. */
    void forgetHistory();

    /** Kills the API server and brings it back with all its data. */
    void restartServer();

    /** Breaks all connections and refuses new ones, until {@link #restore()}. */
    void cutOff();

    /** Accepts requests and never answers, until {@link #restore()}. */
    void hang();

    /** Ends {@link #cutOff()} and {@link #hang()}. */
    void restore();
}
