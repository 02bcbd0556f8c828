"""Train the encoder: one small transformer, several heads that read the same pass.

    python train.py --model DIR --attribution polnear.train.jsonl --attribution-dev polnear.dev.jsonl \
        --events tempeval3.train.jsonl --epochs 8 --out encoder.pt

Heads (all linear on the last hidden state, one row a word piece):

* ``attribution``  7 labels: BIO over source, cue, content (PolNeAR's three roles, one role a token)
* ``link``         query and key vectors of three relations, ``content→cue``, ``content→source``, ``cue→source``: every
  word piece of the one attends over the window to the pieces of the other it belongs to, and to ``[CLS]`` where it
  belongs to none.  This is the head selection of graph-based dependency parsing (Dozat and Manning, 2017), with a dot
  product in place of the biaffine form so that nothing but a projection has to be exported.
* ``event``        8 labels: none, or the TimeML class of the event that the word names

A line break is written as the word piece ``[unused1]``: a paragraph's end says much about where a content stops, and
BERT's tokenizer throws it away.  It is left out of one window in five, so that text without paragraphs works too.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
RELATIONS = (("content", "cue"), ("content", "source"), ("cue", "source"))
EVENTS = ("O", "OCCURRENCE", "STATE", "REPORTING", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")
BREAK = "[unused1]"
LINK_WIDTH = 64
IGNORE = -100
MOST_LINKS = 1024  # rows of the link loss in one step, drawn at random: all of them double the time of a step


def pieces(text: str, tokenizer: Any) -> tuple[list[int], list[tuple[int, int]]]:
    """Word-piece ids and their character offsets; each run of line breaks is one piece of its own."""
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    position = 0
    for match in [*re.finditer(r"\s*\n\s*", text), None]:
        end = match.start() if match else len(text)
        encoded = tokenizer(text[position:end], return_offsets_mapping=True, add_special_tokens=False)
        ids += encoded["input_ids"]
        offsets += [(a + position, b + position) for a, b in encoded["offset_mapping"]]
        if match:
            ids.append(tokenizer.convert_tokens_to_ids(BREAK))
            offsets.append((match.start(), match.end()))
            position = match.end()
    return ids, offsets


def covered(offsets: list[tuple[int, int]], spans: list[dict[str, int]]) -> list[int]:
    """Indices of the word pieces that begin inside one of the spans."""
    starts = np.array([a for a, _ in offsets])
    found: list[int] = []
    for span in spans:
        lo, hi = np.searchsorted(starts, [span["start"], span["end"]])
        found += [i for i in range(lo, hi) if offsets[i][1] > offsets[i][0]]
    return found


def attribution_example(article: dict[str, Any], tokenizer: Any) -> dict[str, Any]:
    ids, offsets = pieces(article["text"], tokenizer)
    labels = np.zeros(len(ids), np.int64)
    links: list[tuple[int, list[int], list[int]]] = []
    for statement in article["statements"]:
        where = {}
        for number, role in enumerate(ROLES):
            where[role] = covered(offsets, statement[role])
            for span in statement[role]:
                inside = covered(offsets, [span])
                labels[inside] = 2 * number + 2
                if inside:
                    labels[inside[0]] = 2 * number + 1
        for relation, (dependent, head) in enumerate(RELATIONS):
            links.append((relation, where[dependent], where[head]))
    return {"ids": ids, "attribution": labels, "links": links, "event": None}


def event_example(article: dict[str, Any], tokenizer: Any) -> dict[str, Any]:
    ids, offsets = pieces(article["text"], tokenizer)
    labels = np.zeros(len(ids), np.int64)
    for event in article["events"]:
        labels[covered(offsets, [event])] = EVENTS.index(event["class"])
    return {"ids": ids, "attribution": None, "links": [], "event": labels}


class Encoder(nn.Module):
    """The transformer and its heads; `forward` gives logits and link vectors by head, all (batch, pieces, …)."""

    def __init__(self, model: str, layers: int | None = None) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(model, add_pooling_layer=False)
        if layers:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.embeddings.word_embeddings.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.attribution = nn.Linear(width, len(LABELS))
        self.event = nn.Linear(width, len(EVENTS))
        self.link = nn.Linear(width, 2 * len(RELATIONS) * LINK_WIDTH)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> dict[str, torch.Tensor]:
        hidden = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        return {"attribution": self.attribution(hidden), "event": self.event(hidden), "link": self.link(hidden)}


def windows(length: int, size: int, first: int) -> list[tuple[int, int]]:
    """Windows that cover the article once; the first ends at a random place so that every epoch cuts differently."""
    edges = [0, *range(first, length, size), length]
    return [(a, b) for a, b in itertools.pairwise(edges) if b > a]


def cut(example: dict[str, Any], a: int, b: int, break_id: int) -> dict[str, Any]:
    keep = list(range(a, b))
    if random.random() < 0.2:
        keep = [i for i in keep if example["ids"][i] != break_id]
    place = {old: new + 1 for new, old in enumerate(keep)}  # +1: [CLS] stands first
    return {
        "ids": [example["ids"][i] for i in keep],
        "attribution": None if example["attribution"] is None else example["attribution"][keep],
        "event": None if example["event"] is None else example["event"][keep],
        "links": [
            (relation, [place[i] for i in d if i in place], [place[i] for i in h if i in place], bool(h))
            for relation, d, h in example["links"]
        ],
    }


def batch(items: list[dict[str, Any]], tokenizer: Any) -> dict[str, Any]:
    longest = max(len(item["ids"]) for item in items) + 2
    shape = (len(items), longest)
    ids, mask = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    labels = {head: torch.full(shape, IGNORE) for head in ("attribution", "event")}
    target = torch.zeros(len(RELATIONS), *shape, longest, dtype=torch.bool)
    for row, item in enumerate(items):
        size = len(item["ids"])
        ids[row, : size + 2] = torch.tensor([tokenizer.cls_token_id, *item["ids"], tokenizer.sep_token_id])
        mask[row, : size + 2] = 1
        for head, tensor in labels.items():
            if item[head] is not None:
                tensor[row, 1 : size + 1] = torch.from_numpy(item[head])
        for relation, dependents, heads, exists in item["links"]:
            if dependents and (heads or not exists):
                rows = torch.tensor(dependents)[:, None]
                target[relation, row, rows, torch.tensor(heads or [0])[None, :]] = True
    return {"ids": ids, "mask": mask, **labels, "target": target}


def link_scores(link: torch.Tensor) -> torch.Tensor:
    """(batch, pieces, 2·relations·width) → (relations, batch, dependents, heads)."""
    shaped = link.unflatten(-1, (len(RELATIONS), 2, LINK_WIDTH)).permute(2, 3, 0, 1, 4)
    return shaped[:, 0] @ shaped[:, 1].transpose(-1, -2) / LINK_WIDTH**0.5


def loss_of(out: dict[str, torch.Tensor], b: dict[str, Any]) -> torch.Tensor:
    total = torch.zeros(())
    for head, weight in (("attribution", 1.0), ("event", 0.3)):
        if (b[head] != IGNORE).any():
            logits = out[head].float().transpose(1, 2)
            total = total + weight * nn.functional.cross_entropy(logits, b[head], ignore_index=IGNORE)
    linked = b["target"].any(-1)
    if linked.any():
        rows = linked.nonzero()
        rows = rows[torch.randperm(len(rows))[:MOST_LINKS]].unbind(1)
        scores = link_scores(out["link"].float())[rows].masked_fill(b["mask"][rows[1]] == 0, -1e4)
        chosen = scores.log_softmax(-1).masked_fill(~b["target"][rows], -1e4).logsumexp(-1)
        total = total - 0.3 * chosen.mean()
    return total


def evaluate(model: Encoder, examples: list[dict[str, Any]], tokenizer: Any, head: str, size: int) -> str:
    """Micro token F1 of each label group, on windows without overlap."""
    counts = np.zeros((4, 3), np.int64)
    model.eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        items = [
            {"ids": e["ids"][a:b], "attribution": None, "event": None, "links": [], "gold": e[head][a:b]}
            for e in examples
            for a, b in windows(len(e["ids"]), size, size)
        ]
        for i in range(0, len(items), 16):
            group = items[i : i + 16]
            b = batch(group, tokenizer)
            guess = model(b["ids"], b["mask"])[head].argmax(-1).numpy()
            for row, item in enumerate(group):
                got, gold = guess[row, 1 : len(item["ids"]) + 1], item["gold"]
                if head == "attribution":
                    got, gold = (got + 1) // 2, (gold + 1) // 2
                else:
                    got, gold = (got > 0).astype(int), (gold > 0).astype(int)
                for k in range(1, 4):
                    counts[k] += ((got == k) & (gold == k)).sum(), (got == k).sum(), (gold == k).sum()
    model.train()
    names = ROLES if head == "attribution" else ("trigger",)
    return " ".join(f"{n} {200 * h / max(1, p + g):.1f}" for n, (h, p, g) in zip(names, counts[1:], strict=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "attribution", "attribution-dev", "events", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--stop-after", type=int, default=None, help="stop after so many epochs of the schedule")
    parser.add_argument("--drop-layer", type=int, default=None, help="leave out this layer of --start's weights")
    parser.add_argument("--start", default=None, help="weights of an earlier run to go on from")
    parser.add_argument("--layers", type=int, default=None)
    parser.add_argument("--size", type=int, default=254)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--lr", type=float, default=2e-4)
    args = parser.parse_args()
    random.seed(args.seed), torch.manual_seed(args.seed)
    tokenizer = AutoTokenizer.from_pretrained(args.model)

    def read(path: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in Path(path).read_text("utf8").splitlines()]

    attribution = [attribution_example(a, tokenizer) for a in read(args.attribution)]
    attribution_dev = [attribution_example(a, tokenizer) for a in read(args.attribution_dev)]
    articles = read(args.events)
    # every fifth article is held out: the head is chosen by it, and its figure is the one reported
    events = [event_example(a, tokenizer) for i, a in enumerate(articles) if i % 5 != 4]
    events_dev = [event_example(a, tokenizer) for i, a in enumerate(articles) if i % 5 == 4]
    model = Encoder(args.model, args.layers)
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu"))
    if args.drop_layer is not None:
        del model.encoder.encoder.layer[args.drop_layer]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": body, "lr": args.lr}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    per_epoch = sum(len(e["ids"]) for e in attribution + events) // (16 * args.size) + 60
    steps = args.epochs * per_epoch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 150, max(0.01, (steps - step) / steps))
    )
    break_id, started, step = tokenizer.convert_tokens_to_ids(BREAK), time.time(), 0
    for epoch in range(args.stop_after or args.epochs):
        model.train()
        items = [
            cut(e, a, b, break_id)
            for e in attribution + events
            for a, b in windows(len(e["ids"]), args.size, random.randint(40, args.size))
        ]
        items.sort(key=lambda item: len(item["ids"]) + random.random() * 20)
        groups = [items[i : i + 16] for i in range(0, len(items), 16)]
        random.shuffle(groups)
        for group in groups:
            b = batch(group, tokenizer)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(b["ids"], b["mask"])
            loss = loss_of(out, b)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 50 == 0:
                print(f"{step}/{steps} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)
        print(
            f"epoch {epoch + 1}:",
            evaluate(model, attribution_dev, tokenizer, "attribution", args.size),
            "|",
            evaluate(model, events_dev, tokenizer, "event", args.size),
            flush=True,
        )
        torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
