package ai.hexabase.console.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** Task data as JSON: readable in the database, and never Java serialization. */
final class JsonTaskData implements Serializer {
    @Override
    public byte[] serialize(Object data) {
        return JsonMapper.shared().writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] serialized) {
        return JsonMapper.shared().readValue(serialized, type);
    }
}
