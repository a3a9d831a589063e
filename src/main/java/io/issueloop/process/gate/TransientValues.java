package io.issueloop.process.gate;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Objects that live for one step only and are never written: a decision's whole result. */
class TransientValues extends AbstractTypedValueSerializer<ObjectValue> {

    TransientValues() {
        super(ValueType.OBJECT);
    }

    @Override
    public String getName() {
        return "transient";
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value.isTransient() && !(value instanceof ObjectValue o && !o.isDeserialized());
    }

    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {
        // nothing of it reaches the database
    }

    @Override
    public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        throw new ProcessEngineException("流程变量只能是文本、数字、布尔值和日期");
    }

    @Override
    public ObjectValue convertToTypedValue(UntypedValueImpl value) {
        return Variables.objectValue(value.getValue(), true).create();
    }
}
