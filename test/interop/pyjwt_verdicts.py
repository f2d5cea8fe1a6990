"""Reads calls of jwt.decode as JSON from standard input and writes what each came to, at the clock they name."""

import datetime
import json
import sys

import jwt
import jwt.api_jwt


def frozen_at(seconds):
    class Frozen(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.datetime.fromtimestamp(seconds, tz)

    return Frozen


def outcome(call):
    try:
        jwt.decode(
            call["token"],
            call["key"],
            algorithms=call["algorithms"],
            audience=call.get("audience"),
            issuer=call.get("issuer"),
            leeway=call.get("leewaySeconds", 0),
        )
        return {"state": "accepts"}
    except Exception as error:
        return {"state": "refuses", "error": type(error).__name__, "message": str(error)}


def main():
    request = json.load(sys.stdin)
    jwt.api_jwt.datetime = frozen_at(request["now"])
    answers = [outcome(call) for call in request["calls"]]
    signed = [jwt.encode(each["payload"], each["key"], algorithm=each["algorithm"]) for each in request.get("sign", [])]
    json.dump({"version": jwt.__version__, "answers": answers, "signed": signed}, sys.stdout)


main()
