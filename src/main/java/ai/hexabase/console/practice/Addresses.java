package ai.hexabase.console.practice;

/** Hands out the addresses and ports that Services get. */
interface Addresses {
    /** A free address inside the cluster. */
    String clusterAddress();

    /** A free port on all nodes. */
    int nodePort();
}
