package com.targettoclose.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A screenshot for the docs, in a palette of the 256 most frequent of its colours, each rounded to sixteen steps a channel:
 * the eye misses nothing in text and boxes, and the file is less than half as large.
 */
final class SmallPicture {

    private static final int STEPS = 15;
    private static final int MOST_COLOURS = 256;

    private SmallPicture() {}

    static void write(byte[] png, Path file) {
        try {
            var large = ImageIO.read(new ByteArrayInputStream(png));
            Map<Integer, Integer> colours = new LinkedHashMap<>();
            for (int y = 0; y < large.getHeight(); y++) {
                for (int x = 0; x < large.getWidth(); x++) {
                    colours.merge(rounded(large.getRGB(x, y)), 1, Integer::sum);
                }
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(inPalette(large, mostFrequent(colours)), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] mostFrequent(Map<Integer, Integer> colours) {
        return colours.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST_COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static BufferedImage inPalette(BufferedImage large, int[] palette) {
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(large.getWidth(), large.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                small.setRGB(x, y, rounded(large.getRGB(x, y)));
            }
        }
        return small;
    }

    private static int rounded(int rgb) {
        return channel(rgb >> 16) << 16 | channel(rgb >> 8) << 8 | channel(rgb);
    }

    private static int channel(int value) {
        return Math.round((value & 0xff) * STEPS / 255f) * 255 / STEPS;
    }
}
