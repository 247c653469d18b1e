package ai.hexabase.console.practice;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An object as it now is, or would be, with what the server wants to say along. */
record Answer(ObjectNode object, List<String> warnings) {}
