package io.issueloop.process.gate;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** No class named by a model is ever instantiated ({@code camunda:class}). */
class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("模型不能指定 Java 类：" + type.getName());
    }
}
