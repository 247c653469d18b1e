package ai.hexabase.console.practice;

/** One of the programs that run a cluster: looks at the objects and does the next thing about them. */
interface Simulation {
    /** Does what is due now; called again and again. */
    void step();
}
