package ai.hexabase.console.kube;

import java.util.List;

/** Takes in a list page by page, so that nobody has to hold all of it at once; used by one thread. */
public interface ListReader {
    void page(List<KubeObject> objects);

    /** That was the last page: what was read before is out of date now. */
    void done();
}
