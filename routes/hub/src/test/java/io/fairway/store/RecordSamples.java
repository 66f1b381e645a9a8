package io.fairway.store;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.CallSign;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.PartyCode;
import io.fairway.document.id.Sha256;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records of every kind, with every component filled and with every optional one left out, made from the record's own declaration: a
 * component added later is in the samples at once.
 */
final class RecordSamples {
    private static final Map<Class<?>, Object> VALUES = new HashMap<>();

    static {
        VALUES.put(String.class, "quote \" umlaut \u00fc \u6d77\u5173");
        VALUES.put(int.class, 7);
        VALUES.put(Integer.class, 7);
        VALUES.put(long.class, Long.MAX_VALUE);
        VALUES.put(BigDecimal.class, new BigDecimal("12500.500"));
        VALUES.put(Instant.class, Instant.parse("2026-01-31T23:59:59.123456789Z"));
        VALUES.put(LocalDate.class, LocalDate.parse("2026-02-28"));
        VALUES.put(BillNumber.class, new BillNumber("HUBL2026-0001"));
        VALUES.put(ContainerNumber.class, new ContainerNumber("HUBU2000016"));
        VALUES.put(EntryNumber.class, new EntryNumber("220120261000000001"));
        VALUES.put(HsCode.class, new HsCode("847130"));
        VALUES.put(ShipId.class, new CallSign("VRAB5"));
        VALUES.put(LocalReferenceNumber.class, new LocalReferenceNumber("LRN-1"));
        VALUES.put(PartyCode.class, new PartyCode("HUBL"));
        VALUES.put(Sha256.class, new Sha256("ab".repeat(32)));
        VALUES.put(UnLocode.class, new UnLocode("CNSHG"));
        VALUES.put(VoyageNumber.class, new VoyageNumber("012W"));
    }

    private RecordSamples() {
    }

    /** Two of each record of a sealed interface. */
    static <T> Stream<T> everyKindOf(Class<T> type) {
        return recordsOf(type).flatMap(record -> Stream.of(fill(record, Filling.WHOLE), fill(record, Filling.SPARSE))).map(type::cast);
    }

    private enum Filling {
        WHOLE, SPARSE
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordSamples::recordsOf) : Stream.of(type);
    }

    private static Object fill(Class<?> record, Filling filling) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        Object[] values = Arrays.stream(components).map(component -> value(component.getGenericType(), filling)).toArray();
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Cannot make a sample of " + record, e);
        }
    }

    private static Object value(Type type, Filling filling) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return filling == Filling.WHOLE ? Optional.of(value(element, filling)) : Optional.empty();
            }
            return filling == Filling.WHOLE ? List.of(value(element, filling)) : List.of();
        }
        Class<?> plain = (Class<?>) type;
        if (VALUES.containsKey(plain)) {
            return VALUES.get(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        return fill(recordsOf(plain).findFirst().orElseThrow(), filling);
    }
}
