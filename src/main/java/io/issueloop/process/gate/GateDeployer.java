package io.issueloop.process.gate;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Puts the gate before the engine's own deployers: at deployment and at every later load. */
class GateDeployer implements Deployer {

    private final ModelGate gate;

    GateDeployer(ModelGate gate) {
        this.gate = gate;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().forEach((name, file) -> gate.demand(name, file.getBytes()));
    }
}
