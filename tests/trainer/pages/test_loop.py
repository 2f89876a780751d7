def test_the_whole_loop_from_the_welcome_to_a_stored_objection(visitor):
    welcome = visitor.get("/")

    desk = visitor.submit(welcome, "/runs")
    desk = visitor.submit(desk, "/actions", text="I'm sorry, Ines. The guide goes out today. ^Jo")
    debrief = visitor.submit(desk, "/finish")
    stored = visitor.submit(debrief, "/disputes", target="score:overall", reason="Too low.")

    assert "1 of 4" in visitor.submit(debrief, "/runs").text
    assert "Stored." in stored.text
    assert "Too low." in visitor.get("/reviews").text
    assert "Your first reply" in visitor.get("/history").text
