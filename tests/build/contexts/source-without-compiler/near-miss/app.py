import webrtcvad

webrtcvad.Vad(2)
