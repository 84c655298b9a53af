package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.ProcessValues.made;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Scanner;
import java.util.Spliterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Readers, streams and iterators in the middle of their content. */
final class ProcessStreamValues {
    private ProcessStreamValues() {}

    static List<Value<?>> values() {
        return Stream.of(readers(), bytes(), streams(), iterators())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> readers() {
        return List.of(
                made(
                                "buffered-reader",
                                "BufferedReader after its first line",
                                Shape.of(BufferedReader.class, StringReader.class, String.class),
                                () -> {
                                    BufferedReader reader = new BufferedReader(new StringReader("first\nsecond\n"));
                                    reader.readLine();
                                    return reader;
                                })
                        .asks("readLine()", BufferedReader::readLine),
                made("string-reader", "StringReader after one character", Shape.of(StringReader.class), () -> {
                            StringReader reader = new StringReader("ab");
                            reader.read();
                            return reader;
                        })
                        .asks("read()", reader -> (char) reader.read()),
                made(
                                "input-stream-reader",
                                "InputStreamReader of bytes in UTF-8",
                                Shape.of(InputStreamReader.class, ByteArrayInputStream.class, byte[].class),
                                () -> new InputStreamReader(
                                        new ByteArrayInputStream("\u00e9t\u00e9".getBytes(StandardCharsets.UTF_8)),
                                        StandardCharsets.UTF_8))
                        .asks("read()", reader -> (char) reader.read()),
                made("scanner", "Scanner after one number", Shape.of(Scanner.class), () -> {
                            Scanner scanner = new Scanner("7 8 9");
                            scanner.nextInt();
                            return scanner;
                        })
                        .asks("nextInt()", Scanner::nextInt));
    }

    private static List<Value<?>> bytes() {
        return List.of(
                made(
                                "byte-array-input-stream",
                                "ByteArrayInputStream after one byte",
                                Shape.of(ByteArrayInputStream.class, byte[].class),
                                () -> {
                                    ByteArrayInputStream stream = new ByteArrayInputStream(new byte[] {10, 20, 30});
                                    stream.read();
                                    return stream;
                                })
                        .asks("available()", ByteArrayInputStream::available)
                        .asks("read()", ByteArrayInputStream::read),
                made(
                                "byte-array-output-stream",
                                "ByteArrayOutputStream with content",
                                Shape.of(ByteArrayOutputStream.class, byte[].class),
                                () -> {
                                    ByteArrayOutputStream stream = new ByteArrayOutputStream();
                                    stream.writeBytes(new byte[] {'a', 'b'});
                                    return stream;
                                })
                        .asks("toString() after write('c')", stream -> {
                            stream.write('c');
                            return stream.toString(StandardCharsets.UTF_8);
                        }),
                // Never closed, because that would close the stream of this process.
                made(
                                "print-stream-stderr",
                                "PrintStream of FileDescriptor.err",
                                Shape.of(PrintStream.class),
                                () -> new PrintStream(
                                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8))
                        .asks("checkError() after print", stream -> {
                            stream.print("");
                            return stream.checkError();
                        }),
                made("system-in", "System.in", Shape.of(InputStream.class), () -> System.in)
                        .asks("is this process's", stream -> stream == System.in));
    }

    private static List<Value<?>> streams() {
        return List.of(
                made(
                                "stream-of-integers",
                                "List.of(1, 2, 3).stream()",
                                Shape.of(
                                        new TypeOf<Stream<Integer>>() {},
                                        Stream.of(1, 2, 3).getClass(),
                                        Integer.class),
                                () -> List.of(1, 2, 3).stream())
                        .asks(
                                "sum",
                                stream -> stream.mapToInt(Integer::intValue).sum()),
                made(
                                "int-stream",
                                "IntStream.rangeClosed(1, 4)",
                                Shape.of(
                                        IntStream.class,
                                        IntStream.rangeClosed(1, 4).getClass()),
                                () -> IntStream.rangeClosed(1, 4))
                        .asks("sum()", IntStream::sum));
    }

    private static List<Value<?>> iterators() {
        return List.of(
                made(
                                "iterator-half-consumed",
                                "ArrayList.iterator() after one of three",
                                Shape.of(
                                        new TypeOf<Iterator<Integer>>() {},
                                        numbers().iterator().getClass(),
                                        ArrayList.class,
                                        Integer.class),
                                ProcessStreamValues::started)
                        .asks("the remaining elements", iterator -> {
                            List<Integer> left = new ArrayList<>();
                            // Limited, because a faulty iterator may never end.
                            while (left.size() < 5 && iterator.hasNext()) {
                                left.add(iterator.next());
                            }
                            return left;
                        }),
                made(
                                "list-iterator",
                                "ArrayList.listIterator(1)",
                                Shape.of(
                                        new TypeOf<ListIterator<Integer>>() {},
                                        numbers().listIterator().getClass(),
                                        ArrayList.class,
                                        Integer.class),
                                () -> numbers().listIterator(1))
                        .asks("nextIndex()", ListIterator::nextIndex)
                        .asks("previous()", ListIterator::previous),
                made(
                                "spliterator",
                                "ArrayList.spliterator()",
                                Shape.of(
                                        new TypeOf<Spliterator<Integer>>() {},
                                        numbers().spliterator().getClass(),
                                        ArrayList.class,
                                        Integer.class),
                                () -> numbers().spliterator())
                        .asks("estimateSize()", Spliterator::estimateSize)
                        .asks("the first", spliterator -> {
                            List<Integer> first = new ArrayList<>();
                            spliterator.tryAdvance(first::add);
                            return first;
                        }),
                made(
                                "enumeration",
                                "Collections.enumeration(list)",
                                Shape.of(
                                        new TypeOf<Enumeration<Integer>>() {},
                                        Collections.enumeration(numbers()).getClass(),
                                        ArrayList.class,
                                        Integer.class),
                                () -> Collections.enumeration(numbers()))
                        .asks("nextElement()", Enumeration::nextElement));
    }

    private static ArrayList<Integer> numbers() {
        return new ArrayList<>(List.of(7, 8, 9));
    }

    /** Returns an iterator before the second element of 7, 8, 9. */
    static Iterator<Integer> started() {
        Iterator<Integer> iterator = numbers().iterator();
        iterator.next();
        return iterator;
    }
}
