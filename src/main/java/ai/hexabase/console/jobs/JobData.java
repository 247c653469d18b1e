package ai.hexabase.console.jobs;

/** What the database keeps with each job. */
record JobData(String work, String id) {
    String instance() {
        return work + ":" + id;
    }
}
