package oracle;

import java.util.Arrays;

/** Turns offsets into lines and columns, both from 1 on. A line ends at \n, \r\n or \r. */
final class Lines {
    private final int[] starts;

    Lines(String text) {
        int[] found = new int[text.length() + 1];
        int count = 1;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean isFirstOfTwo = character == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
            if (character == '\n' || (character == '\r' && !isFirstOfTwo)) found[count++] = index + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    int lineOf(int offset) {
        int index = Arrays.binarySearch(starts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    int columnOf(int offset) {
        return offset - starts[lineOf(offset) - 1] + 1;
    }
}
