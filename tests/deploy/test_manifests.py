"""What operators deploy: valid by the schemas of Kubernetes and Compose, and in tune with the service and its image."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from service.settings import Settings
from tests.contract.examples import DOCUMENT

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "tests" / "data" / "schemas"
COMPOSE = ROOT / "deploy" / "compose.yaml"
KINDS = {
    "Deployment": "apps.v1",
    "HorizontalPodAutoscaler": "autoscaling.v2",
    "NetworkPolicy": "networking.v1",
    "PodDisruptionBudget": "policy.v1",
    "Service": "core.v1",
    "ServiceAccount": "core.v1",
}
READY, PEAK = 496e6, 1213e6  # bytes that two workers take after an article, and while both read the longest (deploy/)
UNITS = {"Mi": 2**20, "m": 2**20}

manifests: dict[str, dict[str, Any]] = {
    each["kind"]: each
    for file in sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml"))
    for each in yaml.safe_load_all(file.read_text())
}
pod: dict[str, Any] = manifests["Deployment"]["spec"]["template"]["spec"]
container: dict[str, Any] = pod["containers"][0]
compose: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
composed: dict[str, Any] = compose["services"]["dateline"]
kubernetes: dict[str, Any] = json.loads((SCHEMAS / "kubernetes-1.33.json").read_text())


def mistakes(manifest: dict[str, Any]) -> list[str]:
    """What the API's own definition of its kind has against a manifest."""
    kind = manifest["kind"]
    group, _, version = manifest["apiVersion"].rpartition("/")
    assert KINDS[kind] == f"{group.partition('.')[0] or 'core'}.{version}"
    validator = jsonschema_rs.validator_for(kubernetes | {"$ref": f"#/$defs/io.k8s.api.{KINDS[kind]}.{kind}"})
    return [f"{list(error.instance_path)}: {error.message}" for error in validator.iter_errors(manifest)]


def size(amount: str) -> float:
    """Bytes."""
    found = re.fullmatch(r"(\d+)([A-Za-z]+)", amount)
    assert found is not None
    return int(found[1]) * UNITS[found[2]]


def test_there_is_one_of_each_kind() -> None:
    """What the deployment guide promises, no more."""
    assert set(manifests) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_cluster_would_take_it(kind: str) -> None:
    """By the strict schema: an unknown field is a mistake."""
    assert mistakes(manifests[kind]) == []


def test_the_schema_sees_mistakes() -> None:
    """A field of another name, and one of another type."""
    broken = json.loads(json.dumps(manifests["Deployment"]))
    broken["spec"]["template"]["spec"]["containers"][0]["readynessProbe"] = {}
    broken["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] = "long"
    assert len(mistakes(broken)) == 2


def test_compose_would_take_it() -> None:
    """By the Compose Specification, which does see mistakes."""
    validator = jsonschema_rs.validator_for(json.loads((SCHEMAS / "compose-spec.json").read_text()))
    assert [error.message for error in validator.iter_errors(compose)] == []
    assert not validator.is_valid({"services": {"dateline": composed | {"read-only": True}}})


def test_labels_lead_from_each_to_the_pods() -> None:
    """Service, budget, policy and deployment select what the template labels; the autoscaler names the deployment."""
    labels = manifests["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert manifests["Service"]["spec"]["selector"] == labels
    assert manifests["Deployment"]["spec"]["selector"]["matchLabels"] == labels
    assert manifests["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert manifests["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels
    target = manifests["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", manifests["Deployment"]["metadata"]["name"])
    assert pod["serviceAccountName"] == manifests["ServiceAccount"]["metadata"]["name"]


def test_ports_meet() -> None:
    """The one the service listens on, by its name, wherever it is spoken of."""
    (port,) = container["ports"]
    assert port["containerPort"] == Settings().port
    assert manifests["Service"]["spec"]["ports"][0]["targetPort"] == port["name"]
    assert manifests["NetworkPolicy"]["spec"]["ingress"][0]["ports"][0]["port"] == port["name"]
    assert composed["ports"] == [f"127.0.0.1:{Settings().port}:{Settings().port}"]


def test_probes_ask_what_there_is() -> None:
    """Starting and readiness ask whether articles are welcome, liveness whether the process can answer."""
    paths = {name: container[f"{name}Probe"]["httpGet"]["path"] for name in ("startup", "readiness", "liveness")}
    assert paths == {"startup": "/readyz", "readiness": "/readyz", "liveness": "/livez"}
    assert set(paths.values()) <= set(yaml.safe_load(DOCUMENT.read_text())["paths"])


def test_every_variable_is_a_setting_and_within_its_bounds() -> None:
    """A misspelt one would be without effect."""
    known = {f"DATELINE_{field.name.upper()}" for field in fields(Settings)}
    for environment in ({each["name"]: each["value"] for each in container["env"]}, composed["environment"]):
        assert set(environment) <= known
        Settings.load(environment)


def test_it_runs_with_as_little_as_it_can() -> None:
    """The user of the image, no root, no capability, nothing to write on but memory, no token, no way out."""
    user = re.search(r"^USER (\d+):(\d+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert user is not None
    context = pod["securityContext"]
    assert (context["runAsNonRoot"], context["runAsUser"], context["runAsGroup"]) == (True, int(user[1]), int(user[2]))
    assert context["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    mounted = {each["name"] for each in container["volumeMounts"]}
    assert mounted == {each["name"] for each in pod["volumes"] if each["emptyDir"]["medium"] == "Memory"}
    assert pod["automountServiceAccountToken"] is False
    assert manifests["NetworkPolicy"]["spec"]["egress"] == []
    assert (composed["read_only"], composed["cap_drop"], composed["user"]) == (True, ["ALL"], ":".join(user.groups()))


def test_stopping_takes_no_longer_than_is_allowed() -> None:
    """The pause, the grace, and a little."""
    pause = container["lifecycle"]["preStop"]["sleep"]["seconds"]
    grace = next(int(each["value"]) for each in container["env"] if each["name"] == "DATELINE_GRACE")
    assert pause + grace < pod["terminationGracePeriodSeconds"]
    assert int(composed["environment"]["DATELINE_GRACE"]) < int(composed["stop_grace_period"].removesuffix("s"))


def test_there_is_room_for_what_was_measured() -> None:
    """Requested, what two workers take in the long run; allowed, what the longest articles take."""
    resources = container["resources"]
    assert READY < size(resources["requests"]["memory"]) < PEAK < size(resources["limits"]["memory"])
    assert int(resources["requests"]["cpu"]) == Settings().workers
    assert size(composed["mem_limit"]) == size(resources["limits"]["memory"])
