package ai.hexabase.console.uikit;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.Consumer;

/** Takes one small file after the other into memory; keeps no list, so that the next may come at once. */
public final class OneFileUpload extends Upload {
    /** @param maxBytes a larger file is rejected */
    public OneFileUpload(int maxBytes, Consumer<byte[]> file) {
        super(UploadHandler.inMemory((metadata, bytes) -> file.accept(bytes)));
        setMaxFiles(1);
        setMaxFileSize(maxBytes);
        addAllFinishedListener(finished -> clearFileList());
    }

    /** The words on the button. */
    public void label(String choose) {
        setI18n(new UploadI18N().setAddFiles(new UploadI18N.AddFiles().setOne(choose)));
    }
}
