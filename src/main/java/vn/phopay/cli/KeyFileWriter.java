package vn.phopay.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import vn.phopay.qr.SecretFiles;

/** Writes the files of a new key and says which, without saying what is in them. */
final class KeyFileWriter {
    private final Console console;
    private final Path directory;

    KeyFileWriter(Console console, Path directory) {
        this.console = console;
        this.directory = directory;
    }

    /** Returns the exit code; a file that is there already is never overwritten. */
    int write(String keyId, String algorithm, Map<String, String> nameToContent) {
        try {
            SecretFiles.createDirectory(directory);
            JsonArray files = new JsonArray();
            for (Map.Entry<String, String> file : nameToContent.entrySet()) {
                Path path = directory.resolve(file.getKey());
                SecretFiles.writeNew(path, file.getValue());
                files.add(path.toString());
            }
            console.answer(new JsonObject().put("keyId", keyId).put("algorithm", algorithm).put("files", files)
                .encode());
            return ExitCode.DONE;
        } catch (FileAlreadyExistsException e) {
            console.tell(e.getFile() + " is there already: keys are never overwritten");
            return ExitCode.FAILED;
        } catch (IOException e) {
            console.tell("cannot write to " + directory + ": " + e);
            return ExitCode.FAILED;
        }
    }
}
