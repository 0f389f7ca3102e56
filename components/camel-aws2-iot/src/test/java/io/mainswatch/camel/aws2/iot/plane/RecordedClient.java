package io.mainswatch.camel.aws2.iot.plane;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * An SDK client that keeps the requests it gets and answers what a test tells it to, otherwise with the empty answer of
 * the method.
 */
public final class RecordedClient<C extends SdkClient> implements InvocationHandler {

    private final C client;
    private final List<SdkRequest> requests = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private Object answer;
    private RuntimeException failure;
    private boolean closed;

    public RecordedClient(Class<C> type) {
        client = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    public C client() {
        return client;
    }

    /** Gives these answers, one a request, before any other; an exception among them is thrown. */
    public void answerInTurn(Object... inTurn) {
        answers.addAll(List.of(inTurn));
    }

    public void answer(Object newAnswer) {
        answer = newAnswer;
        failure = null;
    }

    public void fail(RuntimeException newFailure) {
        failure = newFailure;
    }

    public SdkRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    public int requestCount() {
        return requests.size();
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().endsWith("Paginator")) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (arguments != null && arguments[0] instanceof SdkRequest request) {
            requests.add(request);
            Object inTurn = answers.poll();
            if (inTurn instanceof RuntimeException exception) {
                throw exception;
            }
            if (inTurn != null) {
                return inTurn;
            }
            if (failure != null) {
                throw failure;
            }
            return answer != null ? answer : emptyAnswer(method.getReturnType());
        }
        return switch (method.getName()) {
            case "close" -> {
                closed = true;
                yield null;
            }
            case "toString" -> "recorded client";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> InvocationHandler.invokeDefault(proxy, method, arguments);
        };
    }

    private static Object emptyAnswer(Class<?> type) throws ReflectiveOperationException {
        return ((SdkBuilder<?, ?>) type.getMethod("builder").invoke(null)).build();
    }
}
