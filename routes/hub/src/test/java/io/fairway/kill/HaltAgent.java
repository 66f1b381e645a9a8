package io.fairway.kill;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/** Puts a {@link HaltPoint} at one step of the hub under test; the hub itself knows nothing of it. */
public final class HaltAgent {
    private static final ClassDesc HALT_POINT = ClassDesc.of("io.fairway.kill.HaltPoint");
    private static final MethodTypeDesc NOTHING_TO_NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private HaltAgent() {
    }

    /** @param options name of a {@link KillStep}, number of the call that halts, file to leave as a sign; separated by commas */
    public static void premain(String options, Instrumentation instrumentation) {
        String[] parts = options.split(",", 3);
        KillStep step = KillStep.valueOf(parts[0]);
        HaltPoint.arm(Path.of(parts[2]), Integer.parseInt(parts[1]));
        instrumentation.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
                return name.equals(step.className().replace('.', '/')) ? instrument(bytes, step) : bytes;
            }
        });
    }

    static byte[] instrument(byte[] bytes, KillStep step) {
        ClassFile format = ClassFile.of();
        ClassTransform transform = ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString(step.methodName()), callsHaltPoint(step));
        return format.transformClass(format.parse(bytes), transform);
    }

    private static CodeTransform callsHaltPoint(KillStep step) {
        return switch (step.side()) {
            case ENTRY -> new CodeTransform() {
                @Override
                public void atStart(CodeBuilder code) {
                    code.invokestatic(HALT_POINT, "reached", NOTHING_TO_NOTHING);
                }

                @Override
                public void accept(CodeBuilder code, CodeElement element) {
                    code.with(element);
                }
            };
            case EXIT -> (code, element) -> {
                if (element instanceof ReturnInstruction) {
                    code.invokestatic(HALT_POINT, "reached", NOTHING_TO_NOTHING);
                }
                code.with(element);
            };
        };
    }
}
