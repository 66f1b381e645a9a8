package io.fairway.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
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
        return annotated instanceof AnnotatedClass && annotated.getRawType().isSealed() ? BY_SIMPLE_NAME
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass) || !annotated.getRawType().isSealed()) {
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
        return annotated instanceof AnnotatedMethod method && method.getName().equals("value")
                && wrapsOneValue(method.getDeclaringClass()) ? Boolean.TRUE : super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedConstructor constructor && constructor.getParameterCount() == 1
                && wrapsOneValue(constructor.getDeclaringClass()) ? JsonCreator.Mode.DELEGATING
                : super.findCreatorAnnotation(config, annotated);
    }

    private static boolean wrapsOneValue(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }
}
