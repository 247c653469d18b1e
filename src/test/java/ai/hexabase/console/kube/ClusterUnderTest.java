package ai.hexabase.console.kube;

/** A cluster that the contract is tried on, with the troubles that can be made for it. */
public interface ClusterUnderTest {
    Doors doors();

    /**
     * The connections that the contract is tried over.
     *
     * @param administrator with a request timeout of 3 seconds or less
     * @param readerOfConfigMaps of somebody who may get, list and watch ConfigMaps everywhere, and nothing else
     * @param another an administrator's to another cluster, which no trouble of this one touches
     */
    record Doors(ClusterConnection administrator, ClusterConnection readerOfConfigMaps, ClusterConnection another)
            implements AutoCloseable {
        @Override
        public void close() {
            administrator.close();
            readerOfConfigMaps.close();
            another.close();
        }
    }

    default ClusterConnection connection() {
        return doors().administrator();
    }

    default ClusterConnection readerOfConfigMaps() {
        return doors().readerOfConfigMaps();
    }

    default ClusterConnection anotherCluster() {
        return doors().another();
    }

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
