package io.fairway.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedWithParams;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.fairway.document.id.ShipId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells Jackson what the language says already: which records a sealed interface has, and which records merely wrap one value. */
final class RecordShapes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final JsonTypeInfo.Value BY_SIMPLE_NAME =
            JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "@type", null, false, null);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass && isOneOfSeveral(annotated.getRawType()) ? BY_SIMPLE_NAME
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass) || !isOneOfSeveral(annotated.getRawType())) {
            return super.findSubtypes(annotated);
        }
        List<NamedType> records = new ArrayList<>();
        collect(annotated.getRawType(), records);
        return records;
    }

    private static void collect(Class<?> type, List<NamedType> records) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, records);
            } else {
                records.add(new NamedType(permitted, permitted.getSimpleName()));
            }
        }
    }

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
        return annotated instanceof AnnotatedMethod method && isValue(method) ? Boolean.TRUE : super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedWithParams maker && isMaker(maker) ? JsonCreator.Mode.DELEGATING
                : super.findCreatorAnnotation(config, annotated);
    }

    /** Ships are known by numbers of several kinds, all of which one string can say. */
    private static boolean isOneOfSeveral(Class<?> type) {
        return type.isSealed() && type != ShipId.class;
    }

    private static boolean isValue(AnnotatedMethod method) {
        Class<?> type = method.getDeclaringClass();
        return ShipId.class.isAssignableFrom(type) ? method.getName().equals("text") : method.getName().equals("value") && wrapsOneValue(type);
    }

    private static boolean isMaker(AnnotatedWithParams maker) {
        Class<?> type = maker.getDeclaringClass();
        return type == ShipId.class ? maker.getName().equals("of")
                : maker instanceof AnnotatedConstructor && maker.getParameterCount() == 1 && wrapsOneValue(type);
    }

    private static boolean wrapsOneValue(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }
}
