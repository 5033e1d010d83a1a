package io.ticketpulse.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The picture of a brand. It travels inside every mail, and is therefore small. */
public final class Logo {

    /** So that a mail with its logo, which grows by a third under way, stays below 30 KB. */
    static final int MOST_BYTES = 5 * 1024;
    private static final Map<String, String> MEDIA_TYPES = Map.of("png", "image/png", "jpeg", "image/jpeg",
            "gif", "image/gif");
    private static final int WIDEST = 240;
    private static final int HIGHEST = 40;

    private final byte[] data;
    private final String mediaType;
    private final int width;
    private final int height;

    private Logo(byte[] data, String mediaType, int width, int height) {
        double scale = Math.min(1, Math.min((double) WIDEST / width, (double) HIGHEST / height));
        this.data = data;
        this.mediaType = mediaType;
        this.width = Math.max(1, (int) Math.round(width * scale));
        this.height = Math.max(1, (int) Math.round(height * scale));
    }

    /** @throws IllegalStateException saying what is wrong with the file that the setting names */
    static Logo read(Path file) {
        String setting = "ticketpulse.brand.logo is " + file;
        byte[] data;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalStateException(setting + ", which has " + Files.size(file) + " bytes; it travels in"
                        + " every mail and may have " + MOST_BYTES);
            }
            data = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(setting + ", which cannot be read", unreadable);
        }
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                String mediaType = MEDIA_TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
                reader.setInput(input);
                if (mediaType != null) {
                    return new Logo(data, mediaType, reader.getWidth(0), reader.getHeight(0));
                }
            }
        } catch (IOException | RuntimeException damaged) {
            throw new IllegalStateException(setting + ", which is damaged", damaged);
        }
        throw new IllegalStateException(setting + ", which is no PNG, JPEG or GIF; mail programs show nothing else");
    }

    /** A copy of the file. */
    public byte[] data() {
        return data.clone();
    }

    /** {@code image/png}, {@code image/jpeg} or {@code image/gif}. */
    public String mediaType() {
        return mediaType;
    }

    /** {@code png}, {@code jpeg} or {@code gif}. */
    public String extension() {
        return mediaType.substring(mediaType.indexOf('/') + 1);
    }

    /** How wide it is shown, in CSS pixels; at most 240. */
    public int width() {
        return width;
    }

    /** How high it is shown, in CSS pixels; at most 40. */
    public int height() {
        return height;
    }

    /** The whole file as an address (RFC 2397), for pages that load nothing. */
    public String dataUrl() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(data);
    }
}
